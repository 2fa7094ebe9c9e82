namespace Evaluator.Benchmarks.Board;

/// <summary>A job of an evaluation, as the board saw it: times in milliseconds since 1970.</summary>
internal sealed record DoneJob(string Kind, string Worker, long Leased, long Done);
