namespace ChatBot.Teams;

/// <summary>Refusals of requests, in the protocol's form: <c>{"error":{"code":…,"message":…}}</c>.</summary>
internal static class Errors
{
    public static IResult Json(Refusal refusal) => Json(refusal.Status, refusal.Code, refusal.Message);

    /// <param name="message">Empty for strangers.</param>
    public static IResult Json(int status, string code, string message) => new JsonBytes(
        JsonBytes.Write(writer =>
        {
            writer.WriteStartObject("error");
            writer.WriteString("code", code);
            if (message.Length > 0) writer.WriteString("message", message);
            writer.WriteEndObject();
        }),
        status);

    public static IResult Full() => Json(503, "ServiceUnavailable", "too many conversations at once, or the bot stops: try again in a moment");
}
