using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ChatBot.Cards;

namespace ChatBot.Benchmarks;

/// <summary>A card of 100 rows, four cells and two conditions each: our binder, from the model to the bytes, against a bare
/// Utf8JsonWriter that writes the same bytes from the same model.</summary>
[MemoryDiagnoser]
public class CardBenchmark : IDisposable
{
    private const string Template = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"${title}","size":"Large","wrap":true},
        {"type":"ColumnSet","$data":"${rows}","columns":[
          {"type":"Column","width":"stretch","items":[{"type":"TextBlock","text":"${name}","weight":"Bolder","wrap":true}]},
          {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"${number}","isSubtle":true,"wrap":true}]},
          {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"${minutes} min","color":"${if(minutes > 10, 'Attention', 'Default')}","wrap":true}]},
          {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"${if(overdue, 'overdue', 'in time')}","wrap":true}]}]}]}
        """;

    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type"), Items = JsonEncodedText.Encode("items"), Text = JsonEncodedText.Encode("text"),
        Wrap = JsonEncodedText.Encode("wrap"), Width = JsonEncodedText.Encode("width"), Column = JsonEncodedText.Encode("Column"), TextBlock = JsonEncodedText.Encode("TextBlock"),
        Auto = JsonEncodedText.Encode("auto"), Color = JsonEncodedText.Encode("color"), ColumnSet = JsonEncodedText.Encode("ColumnSet"), Columns = JsonEncodedText.Encode("columns");

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly Utf8JsonWriter _writer;
    private readonly CardLibrary _library;
    private readonly Table _table = new("100 resting",
        [.. Enumerable.Range(0, 100).Select(i => new Person(i % 2 == 0 ? $"李娜 {i}" : $"Anne-Marie Oyelaran {i}", $"{1000 + i}", i % 25, i % 3 == 0))]);

    public CardBenchmark()
    {
        var folder = Directory.CreateTempSubdirectory("cards");
        File.WriteAllText(Path.Combine(folder.FullName, "table.json"), Template);
        _library = new CardLibrary(new CardSettings { Folder = folder.FullName });
        folder.Delete(recursive: true);
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        Writer();
        if (!_buffer.WrittenSpan.SequenceEqual(Binder())) throw new InvalidOperationException("The two do not write the same card.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public byte[] Binder() => _library.Render("table", _table, TableJson.Default.Table);

    [Benchmark(Baseline = true)]
    public int Writer()
    {
        _buffer.ResetWrittenCount();
        var w = _writer;
        w.Reset();
        w.WriteStartObject();
        w.WriteString(Type, "AdaptiveCard");
        w.WriteString("version", "1.5");
        w.WriteStartArray("body");
        w.WriteStartObject();
        w.WriteString(Type, TextBlock);
        w.WriteString(Text, _table.Title);
        w.WriteString("size", "Large");
        w.WriteBoolean(Wrap, true);
        w.WriteEndObject();
        foreach (var row in _table.Rows)
        {
            w.WriteStartObject();
            w.WriteString(Type, ColumnSet);
            w.WriteStartArray(Columns);
            Begin("stretch");
            w.WriteString(Text, row.Name);
            w.WriteString("weight", "Bolder");
            End();
            Begin("auto");
            w.WriteString(Text, row.Number);
            w.WriteBoolean("isSubtle", true);
            End();
            Begin("auto");
            w.WriteString(Text, $"{row.Minutes} min");
            w.WriteString(Color, row.Minutes > 10 ? "Attention" : "Default");
            End();
            Begin("auto");
            w.WriteString(Text, row.Overdue ? "overdue" : "in time");
            End();
            w.WriteEndArray();
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
        w.Flush();
        return _buffer.WrittenCount;
    }

    private void Begin(string width)
    {
        _writer.WriteStartObject();
        _writer.WriteString(Type, Column);
        if (width == "auto") _writer.WriteString(Width, Auto);
        else _writer.WriteString(Width, width);
        _writer.WriteStartArray(Items);
        _writer.WriteStartObject();
        _writer.WriteString(Type, TextBlock);
    }

    private void End()
    {
        _writer.WriteBoolean(Wrap, true);
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }
}
