using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Cli;

/// <summary>
/// What an organiser or a competitor sees on a terminal of three sizes: nothing is folded within a value, and what one needs stands on the
/// last screen. EVALUATOR_CAPTURES names a folder that keeps the screens, to look at.
/// </summary>
public sealed class TerminalSpecs : IDisposable
{
    private static readonly string? Kept = Environment.GetEnvironmentVariable("EVALUATOR_CAPTURES");

    private readonly string desk = Directory.CreateTempSubdirectory("terminal-").FullName;
    private readonly SmallPackage equal = SmallPackage.OfEqualCases(8);

    /// <summary>The narrowest in CI, the others in the soak.</summary>
    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = new((60, 20));
            if (Soak.IsOn)
                sizes.AddRange((80, 24), (100, 30));
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_run_that_ends_well_and_what_is_asked_of_it(int columns, int rows)
    {
        using Terminal terminal = Desk(columns, rows);
        Assert.Equal(0, terminal.Run("evaluator run SmoothedRate.dll --data package --out r1"));
        string[] screen = Look(terminal, "run", columns);
        Assert.Contains(screen, line => line.StartsWith("score ", StringComparison.Ordinal));
        Assert.Contains(screen, line => line.Contains("Accepted 8", StringComparison.Ordinal));

        Assert.Equal(0, terminal.Run("evaluator show r1"));
        Assert.Contains(Look(terminal, "show", columns), line => line.StartsWith("score ", StringComparison.Ordinal));

        Assert.Equal(0, terminal.Run("evaluator show r1 --case 250250000001"));
        Assert.Contains(Look(terminal, "show-case", columns), line => line.StartsWith("score ", StringComparison.Ordinal));

        Assert.Equal(0, terminal.Run("evaluator run Zero.dll --data package --out r2 --quiet"));
        Assert.Equal(0, terminal.Run("evaluator compare r1 r2"));
        Assert.Contains(Look(terminal, "compare", columns), line => line.Contains("SmoothedRate", StringComparison.Ordinal));

        Assert.Equal(0, terminal.Run("evaluator standings r1 r2"));
        screen = Look(terminal, "standings", columns);
        Assert.Contains(screen, line => line.Contains("SmoothedRate", StringComparison.Ordinal));
        Assert.Contains(screen, line => line.Contains("Zero", StringComparison.Ordinal));

        Assert.Equal(0, terminal.Run("evaluator check package"));
        Look(terminal, "check", columns);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Crashes_and_a_rejection(int columns, int rows)
    {
        using Terminal terminal = Desk(columns, rows);
        Assert.Equal(1, terminal.Run("evaluator run ThrowsInSetup.dll --data package --out r1"));
        string[] screen = Look(terminal, "crash", columns);
        Assert.Contains(screen, line => line.Contains("8 cases: Crashed", StringComparison.Ordinal));

        File.WriteAllText(Path.Combine(desk, "Broken.cs"), "public class BostonRiskPredictor { int setup( }\n");
        Assert.Equal(1, terminal.Run("evaluator run Broken.cs --data package --out r2"));
        screen = Look(terminal, "rejection", columns);
        Assert.Contains(screen, line => line.Contains("Broken.cs(1,", StringComparison.Ordinal));
        // The compiler's words, and none of what confines it.
        Assert.DoesNotContain(terminal.Written(), line => line.Contains("bwrap", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_run_on_its_way_and_its_interruption(int columns, int rows)
    {
        using Terminal terminal = Desk(columns, rows);
        terminal.Begin("evaluator run Sleeps.dll --data package --out r1");
        // Nothing has ended yet, and it says already how much there is.
        terminal.Await(lines => lines.Any(line => line.Contains("0/8 cases, 0 failed", StringComparison.Ordinal)));
        Look(terminal, "run-on-its-way", columns);
        terminal.Press("C-c");
        Assert.Equal(3, terminal.End());
        string[] screen = Look(terminal, "interrupted", columns);
        Assert.Contains(screen, line => line.StartsWith("interrupted, 0 of 8 done; continue with", StringComparison.Ordinal));
        Assert.Contains(screen, line => line.Contains("--resume", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        Directory.Delete(desk, recursive: true);
        equal.Dispose();
    }

    private Terminal Desk(int columns, int rows)
    {
        Assert.SkipUnless(Terminal.IsHere, "there is no tmux; install the package tmux");
        Directory.CreateSymbolicLink(Path.Combine(desk, "package"), equal.Folder);
        foreach (string name in (string[])["SmoothedRate", "Zero"])
            File.CreateSymbolicLink(Path.Combine(desk, $"{name}.dll"), EvaluatorProgram.Predictor(name));
        foreach (string name in (string[])["ThrowsInSetup", "Sleeps"])
            File.CreateSymbolicLink(Path.Combine(desk, $"{name}.dll"), FixtureCatalog.Named(name).Dll);
        return new Terminal(columns, rows, desk);
    }

    /// <summary>The last screen, of which nothing was folded but paths and sentences.</summary>
    private static string[] Look(Terminal terminal, string name, int columns)
    {
        string[] screen = terminal.Screen();
        if (Kept is not null)
            File.WriteAllLines(Path.Combine(Kept, $"{name}-{columns}.txt"), [.. screen, "", "== all of it", .. terminal.Written()]);
        Assert.Empty(terminal.Folded().Where(line => line.Contains('│', StringComparison.Ordinal)));
        return screen;
    }
}
