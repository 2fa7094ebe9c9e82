namespace Evaluator.Contest.Handout;

/// <summary>A file that competitors get: its place in what they unpack, and its bytes.</summary>
public readonly record struct HandedOutFile(string Path, byte[] Bytes);
