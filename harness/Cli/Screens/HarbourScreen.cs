using System.Globalization;
using Evaluator.Harbour;
using Evaluator.Harbour.Files;
using Evaluator.Harbour.Randomness;
using Evaluator.Harbour.Strategies;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What a generated harbour came to, for its organiser.</summary>
internal static class HarbourScreen
{
    public static void Print(string folder, HarbourFolder.Made made, HarbourSeed seed)
    {
        Table table = new Table().RoundedBorder().Title($"what {Picks.Count} picks of {Figures.Count(made.TestContainers)} find")
            .AddColumns("strategy", "kg");
        table.Columns[1].RightAligned();
        HarbourLevels levels = made.Levels;
        string mean = levels.Random.MeanKilos.ToString("F1", CultureInfo.InvariantCulture);
        table.AddRow($"at random (5 to 95 %: {levels.Random.FivePercentKilos} to {levels.Random.NinetyFivePercentKilos})", mean);
        table.AddRow("the customs, the baseline", Figures.Count(levels.Customs));
        table.AddRow("all known factors", Figures.Count(levels.KnownModifiers));
        table.AddRow("and the leak of the travel time", Figures.Count(levels.WithTheLeak));
        table.AddRow("perfect", Figures.Count(levels.Perfect));
        AnsiConsole.Write(table);
        string kilos = Figures.Count(made.TestKilos);
        Console.Out.WriteLine($"""
            test table: {Figures.Count(made.TestContainers)} containers, {Figures.Count(made.TestFinds)} finds, {kilos} kg
            challenge:  {folder}
            secret:     {Path.Combine(folder, "secret")} (answers, seed, levels; never hand it out)
            seed hash:  {seed.Hash} (published in story.md)
            """);
    }
}
