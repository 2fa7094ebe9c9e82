namespace Evaluator.Challenges.Drafting;

/// <summary>A challenge folder that was written.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Reasons">What was seen in the answers, and what was made of it.</param>
/// <param name="Files">The files, relative to the folder, each with what it is.</param>
public sealed record DraftedChallenge(string Folder, IReadOnlyList<string> Reasons, IReadOnlyList<(string File, string What)> Files);
