namespace Evaluator.Specs.House;

/// <param name="Path">Relative to the project's folder, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>Empty for the project's own.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
