using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Submissions;

namespace Evaluator.Board.Repositories;

/// <summary>Deliveries for their team, with the submissions that they became.</summary>
internal sealed class DeliveryViews(DeliveryRows rows, SubmissionViews submissions)
{
    private const int MostShown = 50;

    /// <summary>The newest deliveries of the visitor's team, the newest first.</summary>
    public IReadOnlyList<DeliveryView> Own(Visitor visitor, LiveContest contest) => contest.TeamOf(visitor.AccountId!) is { } team
        ? [.. rows.Of(contest.Name, team.Id, MostShown).Select(delivery => Of(visitor, delivery))]
        : [];

    /// <returns>Null where the visitor's team has no such delivery.</returns>
    public DeliveryView? Find(Visitor visitor, LiveContest contest, string id) =>
        rows.Find(id) is { } delivery && delivery.Contest == contest.Name && contest.TeamOf(visitor.AccountId!)?.Id == delivery.Team
            ? Of(visitor, delivery)
            : null;

    private DeliveryView Of(Visitor visitor, Delivery delivery) =>
        new(delivery, delivery.Submission is { } submission ? submissions.Find(visitor, submission) : null);
}
