using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatBot.Simulator;

/// <summary>Answers a call: the path, the method, the signature, the parameters, the record.</summary>
internal sealed class Desk(CentreSettings settings, TimeProvider time, Floor floor, Trouble trouble, Quirks quirks)
{
    public const string Ping = "/rest/cmsapp/v1/ping";
    private const string Success = "0100000";

    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Dictionary<string, Interface> _interfaces = Interface.Of(settings.Edition);
    private readonly Gate _gate = new(settings, quirks);

    public Reply Answer(HttpRequest request, byte[] body)
    {
        var path = request.Path.Value ?? "";
        if (!_interfaces.TryGetValue(path, out var asked) && path != Ping) return Reply.Empty(404, $"no interface at {path}");
        if (request.Method != "POST") return Reply.Empty(405, "only POST is supported");
        if (_gate.Refuse(request, body, time.GetUtcNow() + trouble.ClockSkew) is { } why) return Reply.Empty(401, why);
        if (asked is null) return new(200, Reply.Json, """{"result":"0","resultCode":"0100000","resultDesc":"success"}"""u8.ToArray());
        try
        {
            return new(200, Reply.Json, Told(asked, body));
        }
        catch (Refused refused)
        {
            return new(200, Reply.Json, Failure(refused, asked.Style)) { Reason = refused.Message };
        }
    }

    private byte[] Told(Interface asked, byte[] body)
    {
        if (asked.NewPlatform && quirks.OldPlatform) throw Refused.OldPlatform();
        using var document = Parse(body);
        var ask = new Ask(document.RootElement, asked, settings, floor, trouble);

        // 1 The payload once, with the floor held still.
        var payload = new ArrayBufferWriter<byte>(4096);
        bool absent;
        using (var json = new Utf8JsonWriter(payload, Written))
        {
            var fields = new Fields(json, quirks);
            lock (ask.Vdn.Gate) asked.Answer(ask, fields);
            absent = fields.IsAbsent;
        }

        // 2 The envelope: the new style says everything twice.
        var whole = new ArrayBufferWriter<byte>(payload.WrittenCount * 2 + 128);
        using (var json = new Utf8JsonWriter(whole, Written))
        {
            json.WriteStartObject();
            json.WriteString("result", "0");
            if (asked.Style != Style.Classic) json.WriteString("resultCode", Success);
            var onlyDesc = asked.InDesc && !quirks.HeadCountsInDatas;
            if (!onlyDesc) Payload(json, "resultDatas", absent ? Nothing.Absent : quirks.ResultDatas, payload.WrittenSpan);
            if (onlyDesc || asked.Style != Style.Classic) Payload(json, "resultDesc", absent ? Nothing.Absent : quirks.ResultDesc, payload.WrittenSpan);
            if (ask.Count is { } count && asked.Style != Style.Classic) json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        return whole.WrittenSpan.ToArray();
    }

    private static void Payload(Utf8JsonWriter json, string name, Nothing? blank, ReadOnlySpan<byte> payload)
    {
        if (blank == Nothing.Absent) return;
        json.WritePropertyName(name);
        if (blank == Nothing.Null) json.WriteNullValue();
        else json.WriteRawValue(payload, skipInputValidation: true);
    }

    private byte[] Failure(Refused refused, Style style)
    {
        var name = style == Style.Classic && !quirks.ClassicFailsLikeCurrent ? "result" : "resultCode";
        return Failure(name, refused.Code, refused.Message);
    }

    internal static byte[] Failure(string name, string code, string text)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes, Written);
        json.WriteStartObject();
        json.WriteString(name, code);
        json.WriteString("resultDesc", text);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static JsonDocument Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw Refused.Wrong("请求体", "不是合法的JSON");
        }
    }
}
