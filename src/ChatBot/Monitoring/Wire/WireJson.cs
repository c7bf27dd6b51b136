using System.Text.Json.Serialization;

namespace ChatBot.Monitoring.Wire;

/// <summary>The wire's JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(LooseNumber), typeof(LooseText), typeof(RowsConverter<RestRow>),
        typeof(AnswerConverter<AgentRow>), typeof(AnswerConverter<RestOverview>),
        typeof(AnswerConverter<CountsRow>), typeof(AnswerConverter<QueueRow>)])]
[JsonSerializable(typeof(Query))]
[JsonSerializable(typeof(AgentRow))]
[JsonSerializable(typeof(RestOverview))]
[JsonSerializable(typeof(RestRow))]
[JsonSerializable(typeof(CountsRow))]
[JsonSerializable(typeof(QueueRow))]
[JsonSerializable(typeof(Answer<AgentRow>))]
[JsonSerializable(typeof(Answer<RestOverview>))]
[JsonSerializable(typeof(Answer<CountsRow>))]
[JsonSerializable(typeof(Answer<QueueRow>))]
internal sealed partial class WireJson : JsonSerializerContext;
