using Evaluator.City;
using Evaluator.City.Dirt;
using Evaluator.Contest.Package;
using Evaluator.Specs.City;

[assembly: AssemblyFixture(typeof(GeneratedCity))]

namespace Evaluator.Specs.City;

/// <summary>A city of 24 block groups, generated once for all specs that read it, when the first asks.</summary>
public sealed class GeneratedCity : IDisposable
{
    public const int BlockGroups = 24;

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("generated-city-");
    private readonly Lazy<PlantedDirt> planted;

    public GeneratedCity() => planted = new(() => CityGenerator.Generate(Folder, Options));

    public static CityOptions Options { get; } = new() { BlockGroups = BlockGroups, Threads = 2 };

    /// <summary>What was planted; generates the city.</summary>
    public PlantedDirt Planted => planted.Value;

    public string Folder => Path.Combine(parent.FullName, "city");

    public string OraclePath => Folder + ".oracle";

    public DataPackage Open()
    {
        _ = Planted;
        return DataPackage.Open(Folder);
    }

    /// <summary>Another city, in a folder of that name beside this one.</summary>
    public (string Folder, PlantedDirt Planted) Generate(string name, CityOptions options)
    {
        string folder = NewFolder(name);
        return (folder, CityGenerator.Generate(folder, options, cancel: TestContext.Current.CancellationToken));
    }

    /// <summary>A folder name beside the city that is not there yet; gone after the specs.</summary>
    public string NewFolder(string name) => Path.Combine(parent.FullName, name);

    public void Dispose() => parent.Delete(recursive: true);
}
