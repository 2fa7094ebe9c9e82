namespace Evaluator.Standings.Profiles;

/// <summary>One submission is based on another.</summary>
public sealed record ProfileLink(string Child, string Parent);
