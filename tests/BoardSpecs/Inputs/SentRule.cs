namespace Evaluator.BoardSpecs.Inputs;

/// <summary>A reward rule with every member that one may have in <c>challenge.json</c>.</summary>
internal sealed record SentRule(
    string Name, string Title, string Phase, string Rule, string Column, string Once, string Profile, int Amount, int Threshold,
    double Share);
