using System.Text.Json.Serialization;

namespace Evaluator.Board.Organising;

/// <summary>Whether something is to hold from now on, or no longer.</summary>
internal sealed record Holds([property: JsonPropertyName("holds")] bool Value);
