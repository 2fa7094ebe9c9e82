using Evaluator.Specs;

namespace Evaluator.BoardSpecs.House;

/// <summary>The web process reads tables and stores bytes; what plays a stranger's code is not in its folder.</summary>
public class WebProcessSpecs
{
    private static readonly string[] MustNotBeThere =
        ["Evaluator.Harness.dll", "Evaluator.Confinement.dll", "Evaluator.Worker.dll", "Evaluator.Wire.dll",
            "McMaster.NETCore.Plugins.dll"];

    [Fact]
    public void The_web_process_folder_holds_nothing_that_loads_a_predictor()
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string folder = Path.Combine(Repository.Root, "artifacts", "bin", "Board", configuration);
        List<string> files = Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))
            .ToList();
        Assert.Contains("Evaluator.Board.dll", files);
        Assert.Empty(files.Intersect(MustNotBeThere));
    }
}
