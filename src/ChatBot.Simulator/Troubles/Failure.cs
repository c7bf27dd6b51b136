using System.Globalization;
using System.Text;

namespace ChatBot.Simulator;

/// <summary>One way to fail.</summary>
public abstract record Failure
{
    /// <summary>The printed sample of the old rest overview, which is not JSON.</summary>
    private const string Printed =
        """{"result":"0","resultDatas":{"allowrestnum":0,"onrestnum":0,"waitrestnum":1,"agentsrestdetails":{["agentname":"z1","workno":55001 "cantrestreason":1]}}}""";

    /// <summary>The right answer, so much later.</summary>
    public static Failure Slow(TimeSpan delay) => new Late(delay);

    public static Failure NeverAnswers { get; } = new Late(null);

    public static Failure Unauthorized { get; } = new Canned(401);

    /// <summary>As a firewall in front of the platform refuses.</summary>
    public static Failure Forbidden { get; } = Html(403, "403 Forbidden");

    /// <summary>As the front refuses an unknown TLS server name.</summary>
    public static Failure WrongServerName { get; } = Html(418, "418");

    public static Failure BadGateway { get; } = Html(502, "502 Bad Gateway");

    public static Failure ConnectionReset { get; } = new Reset();

    /// <summary>The length of the right answer, half of it, and the end of the connection.</summary>
    public static Failure CutBody { get; } = new Cut();

    public static Failure EmptyBody { get; } = new Canned(200, Reply.Json);

    /// <summary>JSON of another shape.</summary>
    public static Failure WrongJson { get; } = new Canned(200, Reply.Json, """[{"hello":["world"]},7]""");

    /// <summary>The broken sample of the documentation.</summary>
    public static Failure NotJson { get; } = new Canned(200, Reply.Json, Printed);

    /// <summary>The right answer, a byte a second.</summary>
    public static Failure Dripping { get; } = new Drip(TimeSpan.FromSeconds(1));

    /// <param name="retryAfter">Sent in whole seconds; null sends no such header.</param>
    public static Failure TooManyRequests(TimeSpan? retryAfter = null) =>
        Html(429, "429 Too Many Requests") with { RetryAfter = retryAfter };

    /// <summary>HTTP 200 with a code of the platform's table, in the only failure form that is documented.</summary>
    public static Failure Platform(string code = "0100001", string text = "调用失败") =>
        new Canned(200, Reply.Json, Encoding.UTF8.GetString(Desk.Failure("resultCode", code, text)));

    /// <summary>JSON without end; sent in pieces, never held.</summary>
    public static Failure Huge(long bytes = 50_000_000) => new Flood(bytes);

    /// <summary>The right answer, its body changed on the way.</summary>
    public static Failure Changed(Func<byte[], byte[]> change) => new Changed(change);

    public static Failure Status(int status, string body = "", string contentType = "text/plain") => new Canned(status, contentType, body);

    internal abstract Task PlayAsync(Stage stage);

    private static Canned Html(int status, string title) =>
        new(status, "text/html", $"<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center></body>\r\n</html>\r\n");

    private sealed record Canned(int Code, string ContentType = "", string Body = "") : Failure
    {
        public TimeSpan? RetryAfter { get; init; }

        internal override Task PlayAsync(Stage stage)
        {
            if (RetryAfter is { } wait)
                stage.Context.Response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return stage.SendAsync(new(Code, ContentType, Encoding.UTF8.GetBytes(Body)) { Reason = "on command" });
        }
    }
}
