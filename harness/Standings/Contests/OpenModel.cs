namespace Evaluator.Standings.Contests;

/// <summary>A submission with what others made of it. Only links are told whose other end the audience may see as well.</summary>
/// <param name="IsOpen">Whether everybody may see the submission itself.</param>
/// <param name="Likes">The accounts that like it.</param>
/// <param name="Value">What is released of it in the column that ranks first.</param>
public sealed record OpenModel(
    ShownSubmission Shown, bool IsOpen, string Format, IReadOnlyCollection<string> Likes, decimal? Value, IReadOnlyList<ModelLink> Parents,
    IReadOnlyList<ModelLink> Children);
