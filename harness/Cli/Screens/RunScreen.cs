using System.Diagnostics;
using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>Shows a run while it goes on: a bar on a terminal, a plain line now and then elsewhere. Always on standard error.</summary>
internal static class RunScreen
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    /// <param name="play">Plays cases and tells of each that ended.</param>
    public static T Watch<T>(Func<Action<RunProgress>, T> play)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Profile.Out.IsTerminal && !Console.IsErrorRedirected ? WatchBar(console, play) : WatchLines(play);
    }

    public static void Print(ResumedRun resumed)
    {
        Console.Error.WriteLine($"resumed: {resumed.Kept} of {resumed.Total} cases are kept");
        if (resumed.BegunBy is { } begunBy)
            Console.Error.WriteLine(
                $"note: another build of the evaluator began this run, {begunBy}; this one, {CodeRecord.Here()}, plays the "
                + "rest. The case files and summary.json say so; a new run gives one of one build.");
        foreach (Damage damage in resumed.SetAside)
            Console.Error.WriteLine($"moved to damaged/: {damage}");
    }

    private static T WatchBar<T>(IAnsiConsole console, Func<Action<RunProgress>, T> play) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask("starting");
                var tally = new Tally();
                return play(progress =>
                {
                    tally.Add(progress);
                    bar.MaxValue = progress.Total;
                    bar.Description = Markup.Escape(tally.Text(progress));
                    bar.Value = progress.Done;
                });
            });

    private static T WatchLines<T>(Func<Action<RunProgress>, T> play)
    {
        var tally = new Tally();
        var started = Stopwatch.StartNew();
        TimeSpan said = TimeSpan.Zero;
        return play(progress =>
        {
            tally.Add(progress);
            if (progress is RunProgress.Played { Conflict: { } conflict })
                Console.Error.WriteLine($"conflict: {conflict}");
            if (started.Elapsed - said < LineInterval && progress.Done < progress.Total)
                return;
            said = started.Elapsed;
            TimeSpan left = started.Elapsed / progress.Done * (progress.Total - progress.Done);
            Console.Error.WriteLine($"{tally.Text(progress)}, {left.ToString(@"m\:ss", CultureInfo.InvariantCulture)} left");
        });
    }

    private sealed class Tally
    {
        private int scored;
        private int failed;
        private int faults;
        private double sum;

        public void Add(RunProgress progress)
        {
            if (progress is not RunProgress.Played { Result: var result })
            {
                faults++;
                return;
            }
            scored++;
            failed += result.Verdict == Verdict.Accepted ? 0 : 1;
            sum += result.Score ?? 0;
        }

        public string Text(RunProgress progress) => string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Done}/{progress.Total} cases, {failed} failed{(faults > 0 ? $", {faults} faults" : "")}, mean "
            + $"{(scored > 0 ? sum / scored : 0):F3}");
    }
}
