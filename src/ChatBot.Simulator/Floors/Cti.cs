namespace ChatBot.Simulator;

/// <summary>The platform's state codes (its documentation, table C) and what the older <c>status</c> makes of them (tables A and B).</summary>
public static class Cti
{
    public const int SignedOut = 0;
    public const int Idle = 1;
    public const int PreOccupied = 2;
    public const int Occupied = 3;
    public const int Answering = 4;
    public const int Talking = 5;
    public const int WrapUp = 6;
    public const int Busy = 7;
    public const int Resting = 8;
    public const int Learning = 9;
    public const int Adjusting = 10;

    /// <summary>Codes 10 and above have no status in any table; 0 is what the tables call unknown.</summary>
    internal static int Status(int code) => code switch
    {
        SignedOut => 2,
        Idle => 4,
        PreOccupied or Occupied or Answering or Talking => 7,
        WrapUp => 5,
        Busy => 3,
        Resting => 8,
        _ => 0,
    };

    internal static bool OnContact(int code) => code is PreOccupied or Occupied or Answering or Talking;
}
