using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>Names with what they are, a line each; a long value goes on below itself, broken between words.</summary>
internal sealed class Facts
{
    private readonly List<(string Name, string Value)> lines = [];

    public Facts Add(string name, string value)
    {
        lines.Add((Markup.Escape(name), Markup.Escape(value)));
        return this;
    }

    /// <summary>Both in Spectre's markup, the texts in it escaped.</summary>
    public Facts AddStyled(string name, string markup)
    {
        lines.Add((name, markup));
        return this;
    }

    public void Print() => Print(AnsiConsole.Console);

    public void Print(IAnsiConsole console)
    {
        Grid grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach ((string name, string value) in lines)
            grid.AddRow($"[dim]{name}[/]", value);
        console.Write(grid);
    }
}
