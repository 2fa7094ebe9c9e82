namespace Evaluator.Jobs;

/// <summary>The data package of a contest.</summary>
/// <param name="Sha256">Of the listing of all files that a run over all cases reads: what <c>run.json</c> of such a run calls the data's
/// hash.</param>
/// <param name="ArchiveSha256">Of the packed package that a worker without a copy downloads.</param>
public sealed record DataReference(string Sha256, string ArchiveSha256, long ArchiveBytes);
