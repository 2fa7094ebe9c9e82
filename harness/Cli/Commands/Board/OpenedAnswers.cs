using System.Security.Cryptography;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Work;
using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;

namespace Evaluator.Cli.Commands.Board;

/// <summary>The answers that an organiser gave out after publishing, to be held against what the log promised.</summary>
internal static class OpenedAnswers
{
    /// <summary>
    /// An answer is <c>DIR/SET/NAME</c>, or <c>DIR/NAME</c> where there is one set; nothing outside of the folder is read. A data package
    /// has the answers of its cases.
    /// </summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static Func<string, string, HeldAnswer?> In(string folder)
    {
        string root = Path.GetFullPath(folder).TrimEnd('/') + Path.DirectorySeparatorChar;
        if (!Directory.Exists(root))
            throw new UsageException($"there is no folder {folder}; expected the opened answers, or the data package.");
        Lazy<DataPackage?> package = new(() => PackageIn(folder));
        return (set, name) => InFile(root, set, name) ?? (package.Value is { } known ? InPackage(known, set, name) : null);
    }

    private static HeldAnswer? InFile(string root, string set, string name) =>
        ((string[])[Path.GetFullPath(Path.Combine(root, set, name)), Path.GetFullPath(Path.Combine(root, name))])
            .Where(path => path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path))
            .Select(path => new HeldAnswer(new Digest(SHA256.HashData(File.ReadAllBytes(path))), path)).FirstOrDefault();

    private static DataPackage? PackageIn(string folder)
    {
        try
        {
            return DataPackage.Open(folder);
        }
        catch (PackageException)
        {
            return null;    // a folder of files: what is not in it is said case by case
        }
    }

    private static HeldAnswer? InPackage(DataPackage package, string set, string name)
    {
        try
        {
            return CaseAnswers.Find(package, set, name);
        }
        catch (PackageException)
        {
            return null;    // the case's files are not there, and that is what is said
        }
    }
}
