namespace Evaluator.Contest.Files;

/// <summary>A file of the package: the name the contest gives it and where it was found.</summary>
public readonly record struct PackageFile(string Name, string Path);
