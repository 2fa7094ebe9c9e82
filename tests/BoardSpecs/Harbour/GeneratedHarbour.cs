using System.IO.Compression;
using Evaluator.BoardSpecs.Harbour;
using Evaluator.Harbour;
using Evaluator.Harbour.Files;
using Evaluator.Harbour.Manifest;

[assembly: AssemblyFixture(typeof(GeneratedHarbour))]

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>A small harbour in each language, written once for all specs that read it, when the first asks.</summary>
public sealed class GeneratedHarbour : IDisposable
{
    public const int Containers = 40_000;

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("evaluator-harbour-");
    private readonly Lazy<string> english, dutch;

    public GeneratedHarbour()
    {
        english = new(() => Generate("english", Options));
        dutch = new(() => Generate("dutch", Options with { Language = Language.Dutch }));
    }

    public static HarbourOptions Options { get; } = new() { Seed = DrawnHarbours.SeedOf(0xc0ca), Containers = Containers, Threads = 2 };

    /// <summary>The folder of the challenge.</summary>
    public string Folder(Language language) => language == Language.Dutch ? dutch.Value : english.Value;

    /// <summary>Another one, in a folder of that name beside them.</summary>
    public string Generate(string name, HarbourOptions options)
    {
        string folder = NewFolder(name);
        HarbourFolder.Generate(folder, options, TestContext.Current.CancellationToken);
        return folder;
    }

    /// <summary>The starter as a competitor has it after unpacking, in a new folder.</summary>
    public string Unpack(Language language, string name)
    {
        string folder = NewFolder(name);
        ZipFile.ExtractToDirectory(Path.Combine(Folder(language), "files", "coke-haven-starter.zip"), folder);
        return Path.Combine(folder, "coke-haven");
    }

    /// <summary>A name that is not there yet; gone after the specs.</summary>
    public string NewFolder(string name) => Path.Combine(parent.FullName, name);

    public void Dispose() => parent.Delete(recursive: true);
}
