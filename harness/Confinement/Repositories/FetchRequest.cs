namespace Evaluator.Confinement.Repositories;

/// <summary>One commit of a repository that is to be fetched.</summary>
/// <param name="Address">Of the repository, https.</param>
/// <param name="Commit">The id of the commit, or of a tag on it: 40 or 64 hex digits; or a tag's name, as <c>refs/tags/v1</c>.</param>
/// <param name="Previous">The commit that it is compared with; null for none.</param>
/// <param name="Path">The file or folder of it that is wanted, with forward slashes; empty for all.</param>
/// <param name="Control">A file at its root that is wanted too, and is no part of the rest.</param>
/// <param name="MayBePrivate">Whether the host may have an address that is not of the public internet.</param>
/// <param name="Certificates">Certificates (PEM) that the host's must go back to; null for those of this machine.</param>
/// <param name="Limits">Of the whole fetch.</param>
/// <param name="Mebibytes">What it may take of memory as files: packed objects and what is made of them.</param>
/// <param name="MostBytes">Of the wanted files together.</param>
public sealed record FetchRequest(
    Uri Address, string Commit, string? Previous, string Path, string Control, bool MayBePrivate, string? Certificates, Limits Limits,
    int Mebibytes, long MostBytes);
