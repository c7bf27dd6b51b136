using ChatBot.Terminal;

return await CommandLine.RunAsync(args);
