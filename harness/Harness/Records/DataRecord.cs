namespace Evaluator.Harness.Records;

/// <summary>What a run reads of a data package, as <c>run.json</c> keeps it.</summary>
/// <param name="Folder">Where it was.</param>
/// <param name="Sha256">SHA-256 of the file <c>data.sha256</c>, so that anybody can make it again. Lower-case hex.</param>
/// <param name="Bytes">Of all files together.</param>
public sealed record DataRecord(string Folder, string Sha256, int Files, long Bytes);
