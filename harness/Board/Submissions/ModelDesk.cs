using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Submissions;

/// <summary>What people do with open models: like them, and say what their own work is based on.</summary>
internal sealed class ModelDesk(Journal journal, TimeProvider clock)
{
    /// <summary>Likes a submission, or takes that back. Once a person: what holds already is no new entry.</summary>
    public Refusal? Like(Visitor visitor, SubmissionView view, bool likes)
    {
        Refusal? refusal = null;
        journal.Append(view.Contest.Name, (now, _) =>
        {
            (bool has, string? why) = now.Ask(fold => fold.Submission(view.Row.Id) is { } known
                ? (known.Likes.Contains(visitor.AccountId!),
                    likes ? fold.WhyNoLike(known, visitor.AccountId!, clock.GetUtcNow()) : null)
                : (false, "it is not there"));
            refusal = why is null ? null : Refusal.Conflict($"You can't like this: {why}.");
            return refusal is not null || has == likes ? []
                : [new Draft(visitor.AccountId!, likes ? new Liked(view.Row.Id) : new Unliked(view.Row.Id))];
        });
        return refusal;
    }

    /// <summary>Says what a submission of the visitor's team is based on. It stays said: who was built upon may be paid for it.</summary>
    public Refusal? BasedOn(Visitor visitor, SubmissionView view, string? parent)
    {
        Refusal? refusal = null;
        journal.Append(view.Contest.Name, (now, _) =>
        {
            string? why = now.TeamOf(visitor.AccountId!)?.Id != view.Row.Team ? "this is not your team's"
                : now.Ask(fold => fold.Submission(view.Row.Id) is { } child && fold.Submission((parent ?? "").Trim()) is { } named
                    && fold.Show(named, Audience.Of(child.Team), clock.GetUtcNow()) is not null
                    ? fold.WhyNoParent(child, named, clock.GetUtcNow())
                    // The same of what is there and hidden: a refusal tells nobody that it is.
                    : "there is no such submission in this contest that your team can see");
            refusal = why is null ? null : Refusal.Conflict($"It can't be based on that: {why}.");
            return refusal is not null ? [] : [new Draft(visitor.AccountId!, new ParentDeclared(view.Row.Id, parent!.Trim(), "declared"))];
        });
        return refusal;
    }
}
