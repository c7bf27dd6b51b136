using Microsoft.Extensions.Options;

namespace ChatBot.Commands.Language;

internal static class LanguageServices
{
    public static void AddLanguage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LanguageOptions>().BindConfiguration("Language").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LanguageOptions>, Validation>();
        builder.Services.AddSingleton<Parser>();
    }

    private sealed class Validation : IValidateOptions<LanguageOptions>
    {
        public ValidateOptionsResult Validate(string? name, LanguageOptions options) =>
            options.Complaint() is { } complaint ? ValidateOptionsResult.Fail(complaint) : ValidateOptionsResult.Success;
    }
}
