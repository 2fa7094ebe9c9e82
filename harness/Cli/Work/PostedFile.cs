namespace Evaluator.Cli.Work;

/// <summary>A file of a run folder on its way to the board.</summary>
/// <param name="Name">Path in the run folder, with forward slashes.</param>
internal sealed record PostedFile(string Name, byte[] Content)
{
    public static PostedFile Of(string runFolder, string name) => new(name, File.ReadAllBytes(Path.Combine(runFolder, name)));
}
