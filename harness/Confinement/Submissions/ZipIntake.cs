using System.IO.Compression;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// An archive in memory; nothing of it is unpacked to anywhere. Its table of contents is read once and each name in it must be plain.
/// </summary>
internal sealed class ZipIntake : Intake
{
    private const int UnixModeShift = 16, KindBits = 0xF000, RegularFile = 0x8000, Folder = 0x4000;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> files = new(StringComparer.Ordinal);

    /// <exception cref="SubmissionRejectedException">It is no archive, or holds what can't be taken.</exception>
    public ZipIntake(string name, byte[] content)
    {
        Name = name;
        archive = Parser.Read(name, () => new ZipArchive(new MemoryStream(content, writable: false)));
        Parser.Read(name, () =>
        {
            if (archive.Entries.Count > MostEntries)
                throw new SubmissionRejectedException($"{name} holds more than {MostEntries:N0} files and folders.");
            foreach (ZipArchiveEntry entry in archive.Entries)
                Take(entry);
            return files.Count;
        });
        RequireNoFileAsFolder();
    }

    /// <summary>What the archive is called in messages.</summary>
    public string Name { get; }

    public override IReadOnlyList<string> Names() => [.. files.Keys.Where(IsLookedAt).Order(StringComparer.Ordinal)];

    /// <summary>All of them, hidden ones too.</summary>
    public IReadOnlyCollection<string> AllNames => files.Keys;

    public override HandedInFile? Read(string name, long most)
    {
        if (!files.TryGetValue(name, out ZipArchiveEntry? entry))
            return null;
        return Parser.Read($"{EscapedText.Of(name)} in {Name}", () =>
        {
            using Stream stream = entry.Open();
            byte[] content = ReadCounted(stream, most);
            return new HandedInFile(name, content.LongLength, content);
        });
    }

    public override void Dispose() => archive.Dispose();

    private void Take(ZipArchiveEntry entry)
    {
        bool isFolder = entry.FullName.EndsWith('/');
        string path = isFolder ? entry.FullName[..^1] : entry.FullName;
        if (StepsOf(path).Length == 0 || path.Any(c => c == '\\' || c == ':' || c == '\uFFFD' || char.IsControl(c)))
            throw new SubmissionRejectedException(
                $"{Name} holds an entry named \"{EscapedText.Of(path)}\", which leads out of it or is no plain name.");
        string told = EscapedText.Of(path);
        int kind = entry.ExternalAttributes >> UnixModeShift & KindBits;
        if (kind is not (0 or RegularFile or Folder))
            throw new SubmissionRejectedException($"{told} in {Name} is a link or a device; only files can be handed in.");
        if (entry.IsEncrypted)
            throw new SubmissionRejectedException($"{told} in {Name} is encrypted.");
        if (!isFolder && !files.TryAdd(path, entry))
            throw new SubmissionRejectedException($"{Name} holds {told} twice.");
    }

    /// <summary>A file and a folder of one name: who unpacks it gets the one or the other.</summary>
    private void RequireNoFileAsFolder()
    {
        foreach (string file in files.Keys)
        {
            for (int slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
            {
                if (files.ContainsKey(file[..slash]))
                    throw new SubmissionRejectedException($"{Name} holds {EscapedText.Of(file[..slash])} as a file and as a folder.");
            }
        }
    }

    private static bool IsLookedAt(string file)
    {
        string[] steps = file.Split('/');
        return !steps[..^1].Any(step => IsPassedOver(step, isFolder: true)) && !IsPassedOver(steps[^1], isFolder: false);
    }
}
