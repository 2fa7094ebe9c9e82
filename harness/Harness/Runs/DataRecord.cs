using Evaluator.Contest;

namespace Evaluator.Harness.Runs;

/// <summary>What a run reads of a data package, as <c>run.json</c> keeps it.</summary>
/// <param name="Folder">Where it was.</param>
/// <param name="Sha256">SHA-256 of the listing that <see cref="DataListing"/> describes, so that anybody can make it again. Lower-case hex.</param>
/// <param name="Bytes">Of all files together.</param>
public sealed record DataRecord(string Folder, string Sha256, int Files, long Bytes)
{
    /// <exception cref="PackageException">A file can't be read.</exception>
    internal static DataRecord Of(DataPackage package, IReadOnlyList<string> cases, CallingSequence sequence) =>
        Of(package, DataListing.Of(package, cases, sequence));

    internal static DataRecord Of(DataPackage package, DataListing listing) => new(package.Folder, listing.Sha256, listing.Count, listing.Bytes);
}
