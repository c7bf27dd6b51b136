namespace ChatBot.Simulator;

/// <summary>A business failure: HTTP 200 with a code of the platform's table and a text in Chinese.</summary>
internal sealed class Refused(string code, string text) : Exception(text)
{
    public string Code => code;

    public static Refused Failed(string text) => new("0100001", text);

    public static Refused Missing(string name) => new("0100002", $"参数错误：缺少参数 {name}");

    public static Refused Wrong(string name, string rule) => new("0100002", $"参数错误：{name} {rule}");

    public static Refused OldPlatform() => new("0100003", "该接口需要CTI平台版本为V3R8，当前平台版本为V3R6");
}
