namespace Evaluator.Board.Texts;

/// <summary>English.</summary>
internal sealed class EnglishSubmissionWords : SubmissionWords
{
    public override string Title => "Submission";
    public override string Running => "Running.";
    public override string Queued => "Queued: it waits for a worker.";
    public override string QueuedAgain => "Queued again after a fault of ours. It charges you nothing.";
    public override string Unsettled =>
        "Given up after faults of ours. It charged you nothing; the organisers can have it evaluated again.";
    public override string Failed => "Done: it has no score. It charged an attempt.";
    public override string Refused => "Refused before anything of it ran. It charged nothing.";
    public override string DoneUnreleased => "Done. Nothing of it is released yet.";
    public override string Done => "Done.";
    public override string Reload => "Reload the page to see how far it is.";
    public override string IsIgnored => "The organisers took it out of the standings.";
    public override string IsWithdrawn => "Your team withdrew it.";
    public override string Released => "What is released of it";
    public override string By => "Handed in by";
    public override string Received => "Received";
    public override string Size => "Size";
    public override string Id => "Id";
    public override string Download => "Download what was handed in";
    public override string Receipt => "Download the receipt";
    public override string ReceiptMeans => "The board's signed word that it has this file, and since when.";
    public override string Cases => "The cases";
    public override string IsChosen => "It is chosen for the final.";
    public override string MayChoose =>
        "For the final your team may choose up to two submissions; without a choice the best one counts.";
    public override string Choose => "Choose it for the final";
    public override string ChooseNoLonger => "Choose it no longer";
    public override string ChosenNoLonger => "It is chosen no longer.";
    public override string Withdraw => "Withdraw it";
    public override string WithdrawMeans => "It leaves the standings. An organiser can bring it back.";
    public override string Withdrawn => "It is withdrawn.";

    public override string Ladder(bool isImprovement, string gain) =>
        (isImprovement ? "It counts as an improvement." : "It does not count as an improvement: the difference may be luck.")
        + $" Your team stands at +{gain} % over the baseline.";
}
