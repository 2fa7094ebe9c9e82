namespace Evaluator.BoardSpecs.Work;

/// <summary>A synthetic city of a few block groups, made once for all specs: five example cases, the rest provisional and final.</summary>
internal static class SmallCity
{
    private static readonly Lazy<Task<string>> Made = new(Make);

    /// <summary>The folder of its data package.</summary>
    public static Task<string> Folder => Made.Value;

    private static async Task<string> Make()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("city-spec-").FullName, "city");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        await EvaluatorProgram.Succeed("generate", folder, "--block-groups", "12", "--seed", "7", "--clean");
        return folder;
    }
}
