using System.Diagnostics;
using System.Globalization;
using Evaluator.City;
using Evaluator.City.Dirt;
using Evaluator.Contest.Lint;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>Shows a city while it is generated, on standard error, and what dirt it has got.</summary>
internal static class GenerationScreen
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    public static PlantedDirt Watch(string folder, CityOptions options, CancellationToken cancel)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Profile.Out.IsTerminal && !Console.IsErrorRedirected
            ? WatchBar(console, folder, options, cancel)
            : CityGenerator.Generate(folder, options, new Lines(), cancel);
    }

    public static void Print(string folder, PlantedDirt planted)
    {
        Table table = new Table().RoundedBorder().Title("dirt planted").AddColumns("kind", "times");
        table.Columns[1].RightAligned();
        foreach (DataFault kind in DirtRates.Kinds.Order())
            if (planted[kind] > 0)
                table.AddRow(kind.ToString(), Figures.Count(planted[kind]));
        if (table.Rows.Count > 0)
            AnsiConsole.Write(table);
        Console.Out.WriteLine($"package: {folder}");
        Console.Out.WriteLine($"oracle:  {Path.TrimEndingDirectorySeparator(folder)}.oracle");
    }

    private static PlantedDirt WatchBar(IAnsiConsole console, string folder, CityOptions options, CancellationToken cancel) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask("streets", maxValue: 1);
                return CityGenerator.Generate(folder, options, new Bar(bar), cancel);
            });

    // Both report from the generator's own threads: Progress<T> would queue, and show the past.
    private sealed class Bar(ProgressTask bar) : IProgress<GenerationProgress>
    {
        public void Report(GenerationProgress value)
        {
            lock (bar)
                (bar.Description, bar.MaxValue, bar.Value) = (value.Stage, value.Total, value.Done);
        }
    }

    private sealed class Lines : IProgress<GenerationProgress>
    {
        private readonly Stopwatch started = Stopwatch.StartNew();
        private TimeSpan said = TimeSpan.Zero;

        public void Report(GenerationProgress value)
        {
            lock (started)
            {
                if (value.Done < value.Total && started.Elapsed - said < LineInterval)
                    return;
                said = started.Elapsed;
                string seconds = started.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
                Console.Error.WriteLine($"{seconds,6} s  {value.Stage} {value.Done}/{value.Total}");
            }
        }
    }
}
