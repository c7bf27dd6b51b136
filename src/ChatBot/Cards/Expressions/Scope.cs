using System.Text.Json;

namespace ChatBot.Cards.Expressions;

/// <summary>Where an expression stands: the whole data, the piece of it that <c>$data</c> chose, and the place in the repeated
/// list (−1 outside one).</summary>
internal readonly record struct Scope(JsonElement Root, JsonElement Data, int Index);
