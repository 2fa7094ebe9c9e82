namespace Evaluator.Board.Texts;

/// <summary>What the page of one submission says.</summary>
internal abstract class SubmissionWords
{
    public abstract string Title { get; }

    public abstract string Running { get; }

    public abstract string Queued { get; }

    public abstract string QueuedAgain { get; }

    public abstract string Unsettled { get; }

    public abstract string Failed { get; }

    public abstract string Refused { get; }

    public abstract string DoneUnreleased { get; }

    public abstract string Done { get; }

    public abstract string Reload { get; }

    public abstract string IsIgnored { get; }

    public abstract string IsWithdrawn { get; }

    public abstract string Released { get; }

    public abstract string By { get; }

    public abstract string Received { get; }

    public abstract string Size { get; }

    public abstract string Id { get; }

    public abstract string Download { get; }

    public abstract string Receipt { get; }

    /// <summary>What a receipt is good for.</summary>
    public abstract string ReceiptMeans { get; }

    public abstract string Cases { get; }

    public abstract string IsChosen { get; }

    public abstract string MayChoose { get; }

    public abstract string Choose { get; }

    public abstract string ChooseNoLonger { get; }

    public abstract string ChosenNoLonger { get; }

    public abstract string Withdraw { get; }

    public abstract string WithdrawMeans { get; }

    public abstract string Withdrawn { get; }

    /// <summary>What a ladder says of it.</summary>
    /// <param name="isImprovement">Whether it counts as one.</param>
    /// <param name="gain">Percent over the baseline, as released.</param>
    public abstract string Ladder(bool isImprovement, string gain);
}
