using System.Text.Json;

namespace ChatBot.Simulator;

/// <summary>One question to one VDN, its parameters checked as they are read.</summary>
internal sealed class Ask
{
    private readonly JsonElement _parameters;
    private readonly bool _classic;

    public Ask(JsonElement body, Interface asked, CentreSettings settings, Floor floor, Trouble trouble)
    {
        _classic = asked.Style == Style.Classic;
        _parameters = Unwrap(body, asked.Style);
        CallCentre = Number("ccId", 1, 65535);
        var id = Number("vdn", 1, 5000);
        if (CallCentre != settings.CallCentre) throw Refused.Wrong("ccId", $"{CallCentre} 不存在");
        var (vdn, at) = floor.Seen(id);
        (Vdn, Now, Skew) = (vdn ?? throw Refused.Wrong("vdn", $"{id} 不存在"), at, trouble.ClockSkew);
    }

    public int CallCentre { get; }

    public SimulatedVdn Vdn { get; }

    /// <summary>The moment that is shown; durations are counted to it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>How far the centre's clock is off; added to every time stamp.</summary>
    public TimeSpan Skew { get; }

    /// <summary>Agents of the VDN, sent beside paged lists; null elsewhere.</summary>
    public int? Count { get; private set; }

    public int Number(string name, int least, int most)
    {
        if (!_parameters.TryGetProperty(name, out var value)) throw Refused.Missing(name);
        return Whole(name, value, least, most);
    }

    /// <summary>The queue, which must exist.</summary>
    public SimulatedSkill Skill()
    {
        var id = Number("skillId", 1, _classic ? 2000 : 10000);
        return Vdn.TryFind(id, out var skill) ? skill! : throw Refused.Wrong("skillId", $"{id} 不存在");
    }

    public int AgentId()
    {
        var id = Number("agentId", 101, _classic ? 59999 : 999999);
        return id is > 59999 and < 70000 ? throw Refused.Wrong("agentId", "取值范围为101~59999，70000~999999") : id;
    }

    public List<int> Ids(string name, int longest, int most)
    {
        if (!_parameters.TryGetProperty(name, out var values)) throw Refused.Missing(name);
        if (values.ValueKind != JsonValueKind.Array || values.GetArrayLength() == 0) throw Refused.Wrong(name, "必须为非空数组");
        if (values.GetArrayLength() > longest) throw Refused.Wrong(name, $"最多{longest}个");
        return [.. values.EnumerateArray().Select(value => Whole(name, value, 1, most))];
    }

    /// <summary>The agents of the page that is asked for, by work number.</summary>
    /// <param name="optional">Both limit and offset may be left out, which asks for all; one alone is refused.</param>
    public IEnumerable<SimulatedAgent> Page(int longest, bool optional = false)
    {
        Count = Vdn.People.Count;
        if (optional && !_parameters.TryGetProperty("limit", out _) && !_parameters.TryGetProperty("offset", out _)) return Vdn.People;
        var limit = Number("limit", 1, longest);
        var offset = Number("offset", 0, int.MaxValue);
        return Rows(offset, limit);
    }

    public long Seconds(DateTimeOffset since) => Math.Max(0, (long)(Now - since).TotalSeconds);

    private IEnumerable<SimulatedAgent> Rows(int offset, int limit)
    {
        for (var row = offset; row < Vdn.People.Count && row - offset < limit; row++) yield return Vdn.People[row];
    }

    private static int Whole(string name, JsonElement value, int least, int most)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number)) throw Refused.Wrong(name, "必须为整数");
        return number >= least && number <= most ? number : throw Refused.Wrong(name, $"取值范围为{least}~{most}");
    }

    private static JsonElement Unwrap(JsonElement body, Style style)
    {
        if (body.ValueKind != JsonValueKind.Object) throw Refused.Wrong("请求体", "必须为JSON对象");
        var wrapped = body.TryGetProperty("queryParam", out var inner);
        if (style == Style.Classic && !wrapped) throw Refused.Missing("queryParam");
        if (!wrapped || style == Style.Flat) return body;
        return inner.ValueKind == JsonValueKind.Object ? inner : throw Refused.Wrong("queryParam", "必须为JSON对象");
    }
}
