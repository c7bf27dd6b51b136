namespace ChatBot.Terminal;

/// <summary>What the process leaves behind. The larger ones are those of BSD's sysexits.h.</summary>
internal static class ExitCode
{
    public const int Good = 0;
    public const int NotUnderstood = 1;
    public const int CheckFailed = 1;
    public const int CentreFailed = 2;
    public const int Usage = 64;
    public const int Unavailable = 69;
    public const int CannotCreate = 73;
    public const int Settings = 78;

    /// <summary>As a shell tells the end by SIGINT.</summary>
    public const int Interrupted = 130;
}
