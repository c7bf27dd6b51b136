namespace ChatBot.Preview;

/// <summary>Who and where there is on the preview channel. The ids look as Teams makes them: opaque, some with colons.</summary>
public static class Cast
{
    public const string Tenant = "00000000-0000-0000-0000-00000000a000";
    public const string Team = "19:team-1@thread.tacv2";
    public const string TeamName = "Contact centre";

    public static readonly Person Bot = new("28:chatbot-preview", "ChatBot", "");
    public static readonly Person LiNa = new("29:li-na", "Li Na", "00000000-0000-0000-0000-0000000000a1");
    public static readonly Person AdeleVance = new("29:adele-vance", "Adele Vance", "00000000-0000-0000-0000-0000000000a2");
    public static readonly Person WangWei = new("29:wang-wei", "王伟", "00000000-0000-0000-0000-0000000000a3");

    public static IReadOnlyList<Person> People { get; } = [LiNa, AdeleVance, WangWei];

    public static readonly Chat Personal = new("a:personal-1", ChatKind.Personal, "ChatBot");
    public static readonly Chat Group = new("19:group-1@thread.v2", ChatKind.GroupChat, "Supervisors");
    public static readonly Chat General = new(Team, ChatKind.Channel, "General");
    public static readonly Chat Alerts = new("19:chan-1@thread.tacv2", ChatKind.Channel, "Floor watch");

    public static IReadOnlyList<Chat> Chats { get; } = [Personal, Group, General, Alerts];
}

public sealed record Person(string Id, string Name, string AadObjectId);

public enum ChatKind
{
    Personal,
    GroupChat,
    Channel,
}

/// <param name="Id">The conversation id; threads of a channel add <c>;messageid=…</c>.</param>
public sealed record Chat(string Id, ChatKind Kind, string Name);
