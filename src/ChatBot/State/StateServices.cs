namespace ChatBot.State;

public static class StateServices
{
    public static IHostApplicationBuilder AddState(this IHostApplicationBuilder builder) => builder;
}
