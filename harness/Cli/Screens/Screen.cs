using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>
/// How wide tables may be, and which characters the reader has. `COLUMNS` is believed; where neither it nor a terminal says so, a pipe or
/// a file is read by scrolling, not by folding. NO_COLOR is Spectre's.
/// </summary>
internal static class Screen
{
    private const int ColumnsWithoutTerminal = 140;
    private const int FewestColumns = 40;
    private const int MostColumns = 1000;

    public static TableBorder Border => AnsiConsole.Profile.Capabilities.Unicode ? TableBorder.Rounded : TableBorder.Ascii;

    public static void FitOutput()
    {
        if (!KnowsUnicode())
        {
            Console.OutputEncoding = PlainEncoding();
            AnsiConsole.Profile.Capabilities.Unicode = false;
        }
        if (ColumnsAsked() is { } columns)
            AnsiConsole.Profile.Width = columns;
        else if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = ColumnsWithoutTerminal;
    }

    /// <summary>The console of what is not a result: progress, notes, warnings.</summary>
    public static IAnsiConsole OnError()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (ColumnsAsked() is { } columns)
            console.Profile.Width = columns;
        console.Profile.Capabilities.Unicode &= AnsiConsole.Profile.Capabilities.Unicode;
        return console;
    }

    /// <summary>How what is written to standard output looks: the same page in the same form is the same text.</summary>
    public static string Form()
    {
        Profile profile = AnsiConsole.Profile;
        IReadOnlyCapabilities can = profile.Capabilities;
        return $"{profile.Width} {(int)can.ColorSystem} {can.Ansi} {can.Links} {can.Unicode}";
    }

    /// <summary>A console of the same <see cref="Form"/> as standard output.</summary>
    public static IAnsiConsole Into(TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        Profile from = AnsiConsole.Profile, to = console.Profile;
        to.Width = from.Width;
        to.Capabilities.ColorSystem = from.Capabilities.ColorSystem;
        to.Capabilities.Ansi = from.Capabilities.Ansi;
        to.Capabilities.Links = from.Capabilities.Links;
        to.Capabilities.Unicode = from.Capabilities.Unicode;
        return console;
    }

    /// <summary>A sentence on standard error: between words on a terminal, as one line where a program reads it.</summary>
    public static void SayOnError(string sentence)
    {
        if (Console.IsErrorRedirected)
            Console.Error.WriteLine(sentence);
        else
            OnError().WriteLine(sentence);
    }

    private static int? ColumnsAsked() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
        && columns > 0
            ? Math.Clamp(columns, FewestColumns, MostColumns)
            : null;

    /// <summary>As the C library decides: the first of the three that is set says it; one that sets none is taken for modern.</summary>
    private static bool KnowsUnicode()
    {
        string? locale = ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is null || locale.Contains("utf", StringComparison.OrdinalIgnoreCase);
    }

    private static Encoding PlainEncoding() =>
        Encoding.GetEncoding("us-ascii", new PlainCharacters(), DecoderFallback.ReplacementFallback);
}
