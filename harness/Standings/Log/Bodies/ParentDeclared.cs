namespace Evaluator.Standings.Log.Bodies;

/// <summary>A submission is based on another one.</summary>
/// <param name="Origin"><c>declared</c> by the team, or <c>git</c>: the commit descends from it.</param>
public sealed record ParentDeclared(string Submission, string Parent, string Origin) : EntryBody;
