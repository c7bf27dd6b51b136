namespace ChatBot.Tests.Monitoring;

/// <summary>Answers as the contact centre's pages print them, where they print JSON.</summary>
internal static class Payloads
{
    public static string Classic(string data) => $$"""{"result":"0","resultDatas":{{data}}}""";

    /// <summary>Current sends its data twice.</summary>
    public static string Current(string data, int? count = null) =>
        $$"""{"result":"0","resultCode":"0100000","resultDatas":{{data}},"resultDesc":{{data}}{{(count is null ? "" : $",\"count\":{count}")}}}""";

    public static string ClassicAgents(params string[] rows) => Classic($"[{string.Join(',', rows)}]");

    public static string ClassicAgent(int workNo, int cti, int seconds = 60, string? name = null, int status = 4) =>
        $$"""{"workno":{{workNo}},"name":"{{name ?? "A" + workNo}}","status":{{status}},"ctiStatus":{{cti}},"groupid":1,"mediatype":5,"vdnid":1,"phonenumber":"8800","currentstatetime":{{seconds}},"logindate":1772434800000}""";

    public static string CurrentAgent(int workNo, int cti, int seconds = 60, string? name = null) =>
        $$"""{"workNo":{{workNo}},"name":"{{name ?? "A" + workNo}}","status":4,"ctiStatus":{{cti}},"groupId":1,"mediaType":5,"vdnId":1,"phoneNumber":"8800","currentStateTime":{{seconds}},"loginDate":1772434800000}""";

    public static string ClassicRest(int allowed, int resting, int waiting, params string[] rows) =>
        Classic($$"""{"allowrestnum":{{allowed}},"onrestnum":{{resting}},"waitrestnum":{{waiting}},"agentsrestdetails":[{{string.Join(',', rows)}}]}""");

    /// <param name="ago">Seconds before the start of the tests' clock.</param>
    public static string ClassicRestRow(int workNo, int ago, int cause = 0, int asked = 600) =>
        $$"""{"agentname":"A{{workNo}}","workno":{{workNo}},"cantrestreason":{{cause}},"begintime":{{Floor.Start.AddSeconds(-ago).ToUnixTimeMilliseconds()}},"restduration":{{asked}}}""";

    public static string CurrentRest(int allowed, int resting, int waiting, int count, params string[] rows) =>
        Current($$"""{"onRestAgentNum":{{resting}},"allowRestAgentNum":{{allowed}},"waitRestAgentNum":{{waiting}},"details":[{{string.Join(',', rows)}}]}""", count);

    public static string CurrentRestRow(int workNo, int ago, int? rested, int cause = 0, int asked = 600, int ahead = 0) =>
        $$"""{"agentId":{{workNo}},"name":"A{{workNo}}","vdnId":1,"ccId":1,"cantRestCause":{{cause}},"beginTime":{{Floor.Start.AddSeconds(ahead - ago).ToUnixTimeMilliseconds()}},"applyRestLength":{{asked}}{{(rested is null ? "" : $",\"reqRestDura\":{rested}")}}}""";
}
