using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Comparing;
using Evaluator.Harness.Records;
using Evaluator.Report.ComparedRuns;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator compare</c>: whether one run is better than another, or chance.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Runs = new("RUN")
    {
        Description = "Two or more run folders, over the same cases.",
        Arity = new ArgumentArity(2, 100),
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Same seed, same figures.",
        DefaultValueFactory = _ => PairedDifference.DefaultSeed,
    };

    private static readonly Option<bool> Public = new("--public")
    {
        Description = "What competitors may see: of single cases only examples; nothing where scores are withheld.",
    };

    private static readonly Option<int> Top = new Option<int>("--top")
    {
        Description = "How many of the deciding cases to list.",
        DefaultValueFactory = _ => 10,
    }.Within(0, 1_000_000);

    public static Command Create()
    {
        var command = new Command("compare", """
            Compare runs case by case: is one better, or is it chance?

            Two runs: the difference of the scores with a 95 % bootstrap interval, a permutation test, and the cases that decide it. More:
            a table with groups; runs that share a letter can't be told apart.

            Examples:
              evaluator compare runs/20111231-120000-Zero runs/20111231-130000-SmoothedRate
              evaluator compare runs/*-Mine runs/*-Theirs runs/*-Zero
            """)
        {
            Runs, Seed, Top, Public, JsonOutput.Asked,
        };
        command.SetAction(Compare);
        return command;
    }

    private static int Compare(ParseResult command)
    {
        IReadOnlyList<ScoredRun> runs = ScoredRun.ReadAll(command.GetRequiredValue(Runs));
        bool forCompetitors = command.GetValue(Public);
        if (forCompetitors && runs.FirstOrDefault(run => !run.View.ShowsTotals) is { } withheld)
        {
            throw new UsageException(
                $"{withheld.Label} has fewer than {PublicView.FewestClosedCases} closed cases: its score is withheld, and a comparison "
                + "would tell it (ruling 13).");
        }
        ulong seed = command.GetValue(Seed);
        if (runs.Count == 2)
        {
            PairedDifference difference = PairedDifference.Of(runs[0].Cases, runs[0].CaseScores, runs[1].CaseScores, seed);
            if (command.GetValue(JsonOutput.Asked))
                JsonOutput.Print(ComparisonJson.Of(runs[0], runs[1], difference, forCompetitors));
            else
                ComparisonTables.Print(runs[0], runs[1], difference, command.GetValue(Top), forCompetitors);
            return ExitCode.Good;
        }
        RankedRuns ranked = RankedRuns.Of(runs, seed);
        if (command.GetValue(JsonOutput.Asked))
            JsonOutput.Print(ComparisonJson.Of(ranked));
        else
            ComparisonTables.Print(ranked);
        return ExitCode.Good;
    }
}
