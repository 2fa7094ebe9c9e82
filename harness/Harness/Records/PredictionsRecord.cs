namespace Evaluator.Harness.Records;

/// <summary>Where an Accepted case's predictions are kept.</summary>
/// <param name="File">Path in the run folder, with forward slashes.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="PlainBytes">Size of the doubles.</param>
/// <param name="Sha256">Of the file; lower-case hex.</param>
public sealed record PredictionsRecord(string File, long Bytes, long PlainBytes, string Sha256);
