using System.Net.Sockets;
using ChatBot.Cards;
using ChatBot.State;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace ChatBot.Terminal;

/// <summary>The program cannot do what it was started for, and the reader can mend it: told in plain words, without a stack trace.</summary>
public sealed class StartException : Exception
{
    public StartException() : this(ExitCode.Settings, "The program cannot start.") { }

    public StartException(string message) : this(ExitCode.Settings, message) { }

    public StartException(string message, Exception inner) : base(message, inner) => Code = ExitCode.Settings;

    internal StartException(int code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary>The exit code of the process.</summary>
    public int Code { get; }

    /// <summary>What a failed start means to the one who started it; null when it is a fault of ours.</summary>
    internal static StartException? From(Exception failure) => failure switch
    {
        StartException known => known,
        OperationCanceledException or OrleansLifecycleCanceledException => new(ExitCode.Interrupted, "Stopped.", failure),
        OptionsValidationException wrong => new(ExitCode.Settings, string.Join(Environment.NewLine, wrong.Failures), wrong),
        AggregateException several when several.InnerExceptions.All(inner => From(inner) is not null) => new(ExitCode.Settings,
            string.Join(Environment.NewLine, several.InnerExceptions.Select(inner => From(inner)!.Message)), several),
        IOException { InnerException: AddressInUseException } taken => new(ExitCode.Unavailable,
            $"{Address(taken.Message)} is in use by another program. Stop that one, or choose another port: ASPNETCORE_URLS=http://localhost:3979", taken),
        CardTemplateException or StateException => new(ExitCode.Settings, failure.Message, failure),
        InvalidDataException file => new(ExitCode.Settings, $"{file.Message} {file.InnerException?.InnerException?.Message}".Trim(), file),
        InvalidOperationException when WrongValue.Told(failure) is { } told => new(ExitCode.Settings, told, failure),
        FormatException => new(ExitCode.Settings, $"{failure.Message}. An address looks like this: ASPNETCORE_URLS=http://localhost:3978", failure),
        InvalidOperationException or SocketException or IOException => new(ExitCode.Settings, failure.Message, failure),
        _ => null,
    };

    // "Failed to bind to address http://127.0.0.1:3978: address already in use."
    private static string Address(string message) =>
        message.Split(' ').FirstOrDefault(word => word.Contains("://", StringComparison.Ordinal))?.TrimEnd(':') ?? "The address";
}
