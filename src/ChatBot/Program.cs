using ChatBot;

await ChatBotApp.Build(args).RunAsync();
