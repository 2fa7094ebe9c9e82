namespace Evaluator.Board.Submissions;

/// <summary>What the board keeps of a submission outside of the log.</summary>
internal sealed record SubmissionRow(
    string Id, string Contest, long Seq, string Phase, string Team, string Account, string FileName, string Remark, string Sha256,
        long Bytes, string Format, long Received);
