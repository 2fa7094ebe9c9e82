using System.IO.Enumeration;

namespace Evaluator.Contest.Files;

/// <summary>
/// Where each of the contest's files is, by name, found in one walk over the folder. Bytes are compared only for a name that is
/// there twice.
/// </summary>
internal sealed class FileIndex
{
    private readonly string folder;
    private readonly Dictionary<string, Place> places = new(32_768, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="PackageException">No folder, a folder that may not be read, none of the contest's files in it, or one name
    /// for two different files.</exception>
    public FileIndex(string folder)
    {
        this.folder = folder;
        if (File.Exists(folder))
            throw new PackageException($"{folder} is a file; a data package is a folder. Unpack the archive and name the folder.");
        if (!Directory.Exists(folder))
            throw new PackageException($"{folder} is not there; the folder of a data package was expected.");
        try
        {
            var walk = new Walk(folder);
            foreach (Place place in walk.Places())
                Add(place);
            Unreachable = walk.Unreachable;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new PackageException(
                $"Something in {folder} may not be read: {fault.Message} Give this user the right to read it.", fault);
        }
        catch (IOException fault)
        {
            throw new PackageException($"{folder} cannot be searched: {fault.Message}", fault);
        }
        if (places.Count == 0)
            throw new PackageException(
                $"{folder} holds none of the contest's files at any depth; {ContestFiles.Parcels} and others were expected.");
    }

    public IEnumerable<string> Names => places.Keys;

    /// <summary>Folders that were not searched: their names are not UTF-8, and .NET can't open what it can't name.</summary>
    public IReadOnlyList<string> Unreachable { get; }

    /// <summary>The path of a file, or null if the package has none of that name.</summary>
    /// <exception cref="PackageException">It is a named pipe, a device or a socket.</exception>
    public string? Find(string name) => places.TryGetValue(name, out Place? place) ? place.RequireFile() : null;

    /// <exception cref="PackageException">The package has no such file, or it is none.</exception>
    public string Require(string name) =>
        Find(name) ?? throw new PackageException($"{folder} has no file {name} at any depth; it is needed to run. Add it to the package." +
            (UnreachableNote is { } note ? " " + note : ""));

    /// <exception cref="PackageException">Something of a contest file's name is a named pipe, a device or a socket.</exception>
    public void RequireFiles()
    {
        foreach (Place place in places.Values)
            place.RequireFile();
    }

    /// <summary>Says which folders were not searched, and what to do; null where all were.</summary>
    public string? UnreachableNote => Unreachable.Count == 0
        ? null
        : $"{Unreachable.Count} folders have names that are not UTF-8 and were not searched, {Unreachable[0]} for one: rename them.";

    private void Add(Place found)
    {
        if (places.TryAdd(found.Name, found))
            return;
        Place other = places[found.Name];
        if (!HaveSameBytes(found.RequireFile(), other.RequireFile()))
            throw new PackageException(
                $"{other.Path} and {found.Path} have one name and different bytes. Remove the one that is not meant.");
        // The walk's order depends on the file system, the choice must not.
        if (string.CompareOrdinal(found.Path, other.Path) < 0)
            places[found.Name] = found;
    }

    private static bool HaveSameBytes(string first, string second) =>
        new FileInfo(first).Length == new FileInfo(second).Length &&
        File.ReadAllBytes(first).AsSpan().SequenceEqual(File.ReadAllBytes(second));

    /// <summary>The folder's string is shared by all its files: an index of 27,000 files would hold 2 MB of paths otherwise.</summary>
    private sealed class Place(string name, string folder, string fileName)
    {
        private volatile bool isFile;

        public string Name => name;

        public string Path => System.IO.Path.Join(folder, fileName);

        /// <summary>
        /// Asked when the file is, not in the walk, and once: to ask after all 26,000 files took 70 ms before the first case began.
        /// </summary>
        /// <returns>The path.</returns>
        public string RequireFile()
        {
            string path = Path;
            if (!isFile && SpecialFile.KindOf(path) is { } kind)
                throw new PackageException($"{path} is {kind}, where a file was expected. Remove it, or put the file in its place.");
            isFile = true;
            return path;
        }
    }

    /// <summary>One walk over the folder; links are followed, but none into a folder that is walked anyway.</summary>
    private sealed class Walk(string root)
    {
        private readonly HashSet<string> linkedFolders = new(StringComparer.Ordinal);
        private string folder = "";

        public List<string> Unreachable { get; } = [];

        public IEnumerable<Place> Places()
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = 0 };
            var places = new FileSystemEnumerable<Place?>(root, ToPlace, options)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
                ShouldRecursePredicate = ShouldEnter,
            };
            return places.OfType<Place>();
        }

        private Place? ToPlace(ref FileSystemEntry entry)
        {
            string? name = ContestFiles.IndexName(entry.Directory, entry.FileName);
            if (name is null)
                return null;
            if (!entry.Directory.SequenceEqual(folder))
                folder = entry.Directory.ToString();
            string fileName = entry.FileName.SequenceEqual(name) ? name : entry.FileName.ToString();
            return new Place(name, folder, fileName);
        }

        private bool ShouldEnter(ref FileSystemEntry entry)
        {
            if (entry.FileName.Equals("__MACOSX", StringComparison.OrdinalIgnoreCase))
                return false;
            if (entry.FileName.Contains('\uFFFD') && !Directory.Exists(entry.ToFullPath()))
            {
                Unreachable.Add(entry.ToFullPath());
                return false;
            }
            if ((entry.Attributes & FileAttributes.ReparsePoint) == 0)
                return true;
            string? linked = Directory.ResolveLinkTarget(entry.ToFullPath(), returnFinalTarget: true)?.FullName;
            string? target = linked is null ? null : System.IO.Path.TrimEndingDirectorySeparator(linked);
            return target is not null && !IsInside(target, root) && !IsInside(root, target) && linkedFolders.Add(target);
        }

        private static bool IsInside(string path, string folder) =>
            path == folder || path.StartsWith(System.IO.Path.Join(folder, "/"), StringComparison.Ordinal);
    }
}
