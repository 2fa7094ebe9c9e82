namespace Evaluator.Cli.Screens;

/// <summary>What stands in one field of a table: plain text, and a Spectre style (`red`, `bold`) or none.</summary>
internal readonly record struct Cell(string Text, string? Style = null)
{
    public static implicit operator Cell(string text) => new(text);

    public string Markup(int width)
    {
        string shown = Spectre.Console.Markup.Escape(Cut(Text, width));
        return Style is null ? shown : $"[{Style}]{shown}[/]";
    }

    /// <summary>At most <paramref name="width"/> characters, the last one a mark where some are left out.</summary>
    public static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");
}
