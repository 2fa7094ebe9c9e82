using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>How wide tables may be where no terminal says so: a pipe or a file is read by scrolling, not by folding.</summary>
internal static class Screen
{
    private const int ColumnsWithoutTerminal = 140;

    public static void FitOutput()
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = ColumnsWithoutTerminal;
    }
}
