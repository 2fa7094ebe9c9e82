using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Package;

namespace Evaluator.Harness.Storage;

/// <summary>What tells one data package from another: the hash that <c>run.json</c> of a run over all its cases names.</summary>
public static class PackageHash
{
    /// <returns>SHA-256 in lower-case hex.</returns>
    /// <exception cref="PackageException">A file can't be read.</exception>
    public static string Of(DataPackage package) => DataListing.Of(package, package.Set("all"), CallingSequence.Official).Sha256;

    /// <summary>The files that it covers, in ordinal order of their names.</summary>
    public static IReadOnlyList<PackageFile> FilesOf(DataPackage package) =>
        package.EnumerateFilesRead(package.Set("all"), CallingSequence.Official);
}
