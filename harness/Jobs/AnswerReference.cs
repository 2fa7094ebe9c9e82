namespace Evaluator.Jobs;

/// <summary>What is to be predicted of a case, as a hash: the web process never loads the package.</summary>
/// <param name="Set">The case set.</param>
/// <param name="Name">The case by its number in the set, as <c>0017-months-9-12</c>.</param>
/// <param name="Sha256">Of the case's files of emergencies of the predicted months, one after the other.</param>
public sealed record AnswerReference(string Set, string Name, string Sha256)
{
    /// <summary>Where <c>evaluator board add</c> leaves the list of them, in the challenge's folder.</summary>
    public const string File = "secret/case-answers.json";
}
