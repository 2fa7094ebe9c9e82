using Evaluator.Board.Submissions;

namespace Evaluator.Board.Repositories;

/// <summary>A delivery as its team sees it.</summary>
/// <param name="Submission">What became of it; null where it is none, or not yet.</param>
internal sealed record DeliveryView(Delivery Delivery, SubmissionView? Submission)
{
    /// <summary>How far it is: received, fetching, refused or ignored; of a submission how far that is.</summary>
    public string Step => Submission is null ? Delivery.State : Submission.Step == "done" ? Submission.Outcome ?? "done" : Submission.Step;

    public string Says => Delivery.State switch
    {
        DeliveryState.Received => "Received; a worker fetches it in a moment.",
        DeliveryState.Fetching => "Being fetched.",
        DeliveryState.Submitted => Submission?.Says ?? "Handed in.",
        _ => Delivery.Why,
    };

    public bool IsSettled => Delivery.State is DeliveryState.Refused or DeliveryState.Ignored or DeliveryState.Submitted;

    public bool MayBeTriedAgain => Delivery is { State: DeliveryState.Refused, Wanted.Length: > 0 };
}
