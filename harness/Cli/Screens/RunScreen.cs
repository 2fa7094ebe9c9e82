using System.Diagnostics;
using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>
/// Shows a run while it goes on, always on standard error: the same words as a bar on a terminal and as a plain line now and then
/// elsewhere. Cases that a continued run keeps count as done.
/// </summary>
/// <param name="cases">That are to be played, as far as it is known yet; <see cref="Keep"/> corrects it.</param>
/// <param name="quiet">Shows nothing.</param>
internal sealed class RunScreen(int cases, bool quiet)
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    private readonly IAnsiConsole console = Screen.OnError();
    private int kept;
    private int done;
    private int total = cases;
    private ProgressTask? bar;
    private int failed;
    private int faults;

    /// <summary>How far it is, for whoever interrupts it.</summary>
    public string Reached => string.Create(CultureInfo.InvariantCulture, $"{kept + done} of {kept + total} done");

    /// <param name="play">Plays cases and tells of each that ended.</param>
    public T Watch<T>(Func<Action<RunProgress>, T> play) =>
        quiet ? play(Add) : console.Profile.Out.IsTerminal && !Console.IsErrorRedirected ? WatchBar(play) : WatchLines(play);

    /// <summary>So many cases have a result already, and so many have none.</summary>
    public void Keep(int results, int missing)
    {
        (kept, total) = (results, missing);
        if (bar is not null)
            bar.Description = Markup.Escape(Text(TimeSpan.Zero));
    }

    public void Print(ResumedRun resumed)
    {
        Keep(resumed.Kept, resumed.Total - resumed.Kept);
        Tell(resumed);
    }

    /// <summary>Of one run among several, whose cases are counted together.</summary>
    public void Tell(ResumedRun resumed)
    {
        console.WriteLine($"resumed: {resumed.Kept} of {resumed.Total} cases are kept");
        if (resumed.BegunBy is { } begunBy)
        {
            console.WriteLine($"note: another build of the evaluator began this run, {begunBy}; this one, {CodeRecord.Here()}, plays the "
                + "rest. The case files and summary.json say so; a new run gives one of one build.");
        }
        foreach (Damage damage in resumed.SetAside)
            console.WriteLine($"moved to damaged/: {damage}");
    }

    private T WatchBar<T>(Func<Action<RunProgress>, T> play) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 20 }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                bar = context.AddTask(Markup.Escape(Text(TimeSpan.Zero)));
                var started = Stopwatch.StartNew();
                return play(progress =>
                {
                    Add(progress);
                    if (progress is RunProgress.Played { Conflict: { } conflict })
                        console.WriteLine($"conflict: {conflict}");
                    bar.MaxValue = kept + total;
                    bar.Description = Markup.Escape(Text(started.Elapsed));
                    bar.Value = kept + done;
                });
            });

    private T WatchLines<T>(Func<Action<RunProgress>, T> play)
    {
        var started = Stopwatch.StartNew();
        TimeSpan said = TimeSpan.Zero;
        return play(progress =>
        {
            Add(progress);
            if (progress is RunProgress.Played { Conflict: { } conflict })
                Console.Error.WriteLine($"conflict: {conflict}");
            if (started.Elapsed - said < LineInterval && done < total)
                return;
            said = started.Elapsed;
            Console.Error.WriteLine(Text(started.Elapsed));
        });
    }

    private void Add(RunProgress progress)
    {
        (done, total) = (progress.Done, progress.Total);
        if (progress is RunProgress.Played { Result: var result })
            failed += result.Verdict == Verdict.Accepted ? 0 : 1;
        else
            faults++;
    }

    /// <summary>No mean of the scores: the largest cases are played first, and a mean of those would only seem to fall.</summary>
    private string Text(TimeSpan elapsed)
    {
        string left = done == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {elapsed / done * (total - done):m\\:ss} left");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{kept + done}/{kept + total} cases, {failed} failed{(faults > 0 ? $", {faults} faults" : "")}{left}");
    }
}
