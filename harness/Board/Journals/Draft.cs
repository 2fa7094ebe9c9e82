using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Journals;

/// <summary>What is to become an entry: who did it, what, and the texts behind the seals in it.</summary>
/// <param name="Owner">The account whose erasure takes the texts along; null where they are results.</param>
internal sealed record Draft(string Actor, EntryBody Body, IReadOnlyList<SealedText> Sealed, string? Owner)
{
    public Draft(string actor, EntryBody body)
        : this(actor, body, [], null)
    {
    }
}
