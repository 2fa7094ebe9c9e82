using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Package;

namespace Evaluator.Harness.Storage;

/// <summary>
/// Theory of operation. The data's hash in <c>run.json</c> is a promise about every file that the run reads, and a run may take hours.
/// The listing is made first; a file is looked at again around each use of it: before, it must hold the bytes that the listing names (its
/// <see cref="FileStamp"/> says so, or else its hash); after, it must not have been touched meanwhile. A file of one case that changed
/// leaves that case without a score; it is tried again, and so a file that was only touched costs a second try. The tables are read once,
/// before the first case: what becomes of them later is nothing that was played on.
/// </summary>
/// <param name="listing">What the files were when they were listed just now, on this machine.</param>
internal sealed class DataWatch(DataPackage package, DataListing listing, CallingSequence sequence)
{
    /// <summary>The files that all cases share, once they were read.</summary>
    /// <exception cref="PackageException">One changed since it was listed.</exception>
    public void RequireTables()
    {
        foreach (PackageFile file in package.EnumerateFilesRead([], sequence))
        {
            if (!IsListed(file, FileStamp.Of(file.Path)))
                throw new PackageException($"{file.Path} changed while it was being read; start again when nobody writes to it.");
        }
    }

    /// <summary>Before a case's files are read.</summary>
    /// <returns>What they are, for <see cref="RequireUntouched"/>.</returns>
    /// <exception cref="PackageException">One is not what was listed.</exception>
    public IReadOnlyList<(PackageFile File, FileStamp Stamp)> RequireListed(string caseId)
    {
        IReadOnlyList<PackageFile> files = package.EnumerateFilesOfCase(caseId, sequence);
        var stamps = new List<(PackageFile, FileStamp)>(files.Count);
        foreach (PackageFile file in files)
        {
            FileStamp? now = FileStamp.Of(file.Path);
            if (!IsListed(file, now))
                throw Changed(file);
            stamps.Add((file, now!.Value));
        }
        return stamps;
    }

    /// <summary>After they were read.</summary>
    /// <exception cref="PackageException">One was touched meanwhile.</exception>
    public static void RequireUntouched(IReadOnlyList<(PackageFile File, FileStamp Stamp)> files)
    {
        foreach ((PackageFile file, FileStamp stamp) in files)
        {
            if (FileStamp.Of(file.Path) != stamp)
                throw Changed(file);
        }
    }

    private bool IsListed(PackageFile file, FileStamp? now) =>
        now is not null && (now == listing.StampOf(file.Name) || listing.Holds(file));

    private static PackageException Changed(PackageFile file) => new(
        $"{file.Path} changed while the run went on: it is not the file that the run's data hash stands for. Put the file back and say "
        + "--resume, or start a new run.");
}
