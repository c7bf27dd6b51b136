namespace ChatBot.Simulator;

/// <summary>Work numbers as the platform allows them: 101–59999 and 70000–999999. Ours begin at 20001.</summary>
internal static class WorkNumbers
{
    private const int First = 20001;
    private const int LastLow = 59999;
    private const int FirstHigh = 70000;
    private const int LastHigh = 999999;

    public const int Most = LastLow - First + 1 + LastHigh - FirstHigh + 1;

    public static int At(int index) => First + index <= LastLow ? First + index : FirstHigh + index - (LastLow - First + 1);
}
