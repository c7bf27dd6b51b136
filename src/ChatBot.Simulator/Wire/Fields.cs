using System.Globalization;
using System.Text.Json;

namespace ChatBot.Simulator;

/// <summary>Writes records, with the quirks that are switched on.</summary>
internal sealed class Fields(Utf8JsonWriter json, Quirks quirks)
{
    public Quirks Quirks => quirks;

    /// <summary>The payload is left out altogether.</summary>
    public bool IsAbsent { get; private set; }

    public void Number(string name, long value)
    {
        if (quirks.NumbersAsStrings) json.WriteString(Spelt(name), value.ToString(CultureInfo.InvariantCulture));
        else json.WriteNumber(Spelt(name), value);
    }

    public void Text(string name, string? value) => json.WriteString(Spelt(name), value);

    /// <summary>Epoch milliseconds by the centre's clock.</summary>
    public void Time(string name, DateTimeOffset time, Ask ask) => Number(name, (time + ask.Skew).ToUnixTimeMilliseconds());

    public void Object(Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    /// <summary>The rows as the whole payload.</summary>
    public void Rows<T>(IEnumerable<T> rows, Action<T> write)
    {
        using var each = rows.GetEnumerator();
        if (!each.MoveNext())
        {
            Nothing(quirks.EmptyList, "没有数据");
            return;
        }

        json.WriteStartArray();
        do Row(each.Current, write); while (each.MoveNext());
        json.WriteEndArray();
    }

    /// <summary>The rows in a field.</summary>
    public void Rows<T>(string name, IEnumerable<T> rows, Action<T> write)
    {
        json.WriteStartArray(Spelt(name));
        foreach (var row in rows) Row(row, write);
        json.WriteEndArray();
    }

    public void Nothing(Nothing how, string why)
    {
        switch (how)
        {
            case Simulator.Nothing.Null: json.WriteNullValue(); break;
            case Simulator.Nothing.EmptyObject: Object(() => { }); break;
            case Simulator.Nothing.EmptyArray: json.WriteStartArray(); json.WriteEndArray(); break;
            case Simulator.Nothing.Absent: IsAbsent = true; break;
            default: throw Refused.Failed(why);
        }
    }

    private void Row<T>(T row, Action<T> write)
    {
        json.WriteStartObject();
        write(row);
        json.WriteEndObject();
    }

    private string Spelt(string name) => quirks.FieldCase switch
    {
        FieldCase.Lower => name.ToLowerInvariant(),
        FieldCase.Upper => name.ToUpperInvariant(),
        FieldCase.Pascal => char.ToUpperInvariant(name[0]) + name[1..],
        _ => name,
    };
}
