namespace ChatBot.Tests.Edge;

/// <summary>Activities as Microsoft's emulator sent them; SERVICE is the address of the connector.</summary>
internal static class RecordedBodies
{
    /// <summary>What each one has.</summary>
    private const string Common = "\"channelId\":\"msteams\",\"serviceUrl\":\"SERVICE\",\"recipient\":{\"id\":\"BOT\",\"name\":\"Test Bot\"},\"timestamp\":\"2026-11-22T15:16:59.478Z\"";

    public static readonly string[] All = Array.ConvertAll<string, string>(
    [
        """{"type":"message","text":"who is resting on skill 3","id":"A1","from":{"id":"29:li-na","name":"Alex Wilber","aadObjectId":"00000000-0000-0000-0000-0000000000020"},"localTimestamp":"2026-11-22T15:16:59.478+00:00","localTimezone":"UTC","conversation":{"conversationType":"personal","tenantId":"T","id":"a:personal-1"},"textFormat":"plain","locale":"en-US","entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"UTC"}],"channelData":{"tenant":{"id":"T"}},COMMON}""",
        """{"type":"message","id":"A2","text":"<at>Test Bot</at> tell us and <at>Adele Vance</at> when more than 5 are waiting to rest","from":{"id":"U0"},"conversation":{"isGroup":true,"conversationType":"channel","tenantId":"T","id":"19:chan-1@thread.tacv2;messageid=1795361096252"},"entities":[{"type":"mention","mentioned":{"id":"BOT","name":"Test Bot"},"text":"<at>Test Bot</at>"},{"type":"mention","mentioned":{"id":"U2","name":"Adele Vance"},"text":"<at>Adele Vance</at>"},{"type":"clientInfo","locale":"en-US"}],"channelData":{"teamsChannelId":"CHAN","teamsTeamId":"TEAM","tenant":{"id":"T"},"team":{"id":"TEAM"},"channel":{"id":"CHAN"}},COMMON}""",
        """{"type":"message","id":"A3","text":"技能3谁在休息","deliveryMode":"expectReplies","from":{"id":"29:wang-wei","name":"王伟"},"conversation":{"isGroup":true,"conversationType":"groupChat","tenantId":"T","id":"19:group-1@thread.v2"},"locale":"zh-CN",COMMON}""",
        """{"type":"message","id":"A4","from":{"id":"U0","name":"Alex Wilber"},"replyToId":"1795360907146","conversation":{"id":"a:personal-1"},"channelData":{"source":{"name":"message"},"tenant":{"id":"T"}},"value":{"say":"resting","lang":"zh","note":"n1"},COMMON}""",
        """{"type":"invoke","name":"adaptiveCard/action","id":"A5","from":{"id":"29:li-na","name":"Alex Wilber","aadObjectId":"AAD0"},"conversation":{"conversationType":"personal","tenantId":"T","id":"a:personal-1"},"channelData":{"source":{"name":"message"},"tenant":{"id":"T"}},"replyToId":"1795361084659","value":{"action":{"type":"Action.Execute","title":"Save","verb":"say","data":{"say":"make alert vdn 1","lang":"en","metric":"waiting","skill":"3","above":"5","for":"2m"}},"trigger":"manual"},COMMON}""",
        """{"type":"installationUpdate","action":"add","id":"A6","from":{"id":"U0","aadObjectId":"AAD0"},"conversation":{"conversationType":"personal","tenantId":"T","id":"a:personal-1"},"locale":"en-US","entities":[{"type":"clientInfo","locale":"en-US"}],"channelData":{"tenant":{"id":"T"},"source":{"name":"message"},"settings":{"selectedChannel":{"id":"a:personal-1"}}},COMMON}""",
        """{"type":"conversationUpdate","id":"A7","from":{"id":"U0"},"conversation":{"isGroup":true,"conversationType":"channel","tenantId":"T","id":"TEAM"},"membersAdded":[{"id":"U1","aadObjectId":"AAD1"},{"id":"BOT"}],"channelData":{"tenant":{"id":"T"},"team":{"id":"TEAM","name":"My Team","aadGroupId":"GRP"},"eventType":"teamMemberAdded","settings":{"selectedChannel":{"id":"TEAM"}}},COMMON}""",
        """{"type":"conversationUpdate","id":"A8","conversation":{"isGroup":true,"conversationType":"channel","tenantId":"T","id":"TEAM"},"channelData":{"tenant":{"id":"T"},"team":{"id":"TEAM"},"channel":{"id":"CHAN","name":"General"},"eventType":"channelDeleted"},COMMON}""",
        """{"type":"messageReaction","id":"A9","from":{"id":"U0"},"conversation":{"conversationType":"personal","id":"P1"},"reactionsAdded":[{"type":"like"}],"replyToId":"123",COMMON}""",
    ], activity => activity.Replace("COMMON", Common, StringComparison.Ordinal));
}
