namespace Evaluator.BoardSpecs.Tables;

/// <summary>A folder for one spec, gone after it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tables-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
