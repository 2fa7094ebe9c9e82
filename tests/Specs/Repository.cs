namespace Evaluator.Specs;

/// <summary>The root of the checkout that this program was built in: the specs', and the benchmarks'.</summary>
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
