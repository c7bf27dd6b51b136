using ChatBot.Simulator;

return await CommandLine.Parse(args).InvokeAsync();
