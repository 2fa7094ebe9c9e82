namespace Evaluator.Challenges.Reading;

/// <summary>A member of a JSON object.</summary>
internal sealed record SourceMember(string Name, int Line, SourceNode Value);
