namespace Evaluator.Benchmarks.Budget;

/// <summary>A synthetic city in a folder of its own, made for a measurement and gone after it.</summary>
internal sealed class SmallCity : IDisposable
{
    private readonly string parent = Directory.CreateTempSubdirectory("gates-").FullName;

    public SmallCity(int blockGroups)
    {
        Folder = Path.Combine(parent, "city");
        EvaluatorRun.Generate(Folder, blockGroups);
    }

    public string Folder { get; }

    public void Dispose() => Directory.Delete(parent, recursive: true);
}
