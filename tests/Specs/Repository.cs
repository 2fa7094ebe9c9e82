namespace Evaluator.Specs;

/// <summary>Where the specs stand: the root of the checkout that they were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Evaluator.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("No Evaluator.sln above " + AppContext.BaseDirectory);
    }
}
