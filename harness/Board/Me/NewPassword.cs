using System.Text.Json.Serialization;

namespace Evaluator.Board.Me;

/// <summary>The password of now, and the one that is to be.</summary>
internal sealed record NewPassword(string? Old, [property: JsonPropertyName("new")] string? Fresh);
