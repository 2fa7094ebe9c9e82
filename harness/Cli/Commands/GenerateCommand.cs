using System.CommandLine;
using System.Globalization;
using Evaluator.City;
using Evaluator.City.Dirt;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Contest.Lint;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator generate</c>: a synthetic city as a data package; <c>generate harbour</c> is a contest by table.</summary>
internal static class GenerateCommand
{
    private static readonly Argument<string> Folder = new("DIR")
    {
        Description = "Where the package goes; a folder that does not exist, or an empty one.",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Same seed, same bytes.",
        DefaultValueFactory = _ => new CityOptions().Seed,
    };

    private static readonly Option<int> BlockGroups = new Option<int>("--block-groups")
    {
        Description = "Size of the city; the five example cases are always in it.",
        DefaultValueFactory = _ => new CityOptions().BlockGroups,
    }.Within(CityOptions.FewestBlockGroups, CityOptions.MostBlockGroups);

    private static readonly Option<string[]> Dirt = new("--dirt")
    {
        Description = "KIND=RATE: how often a kind of dirt is planted, 0 to 1, as LandUseBlank=0; may be repeated.",
    };

    private static readonly Option<bool> Clean = new("--clean") { Description = "Plant no dirt; --dirt then adds single kinds." };

    private static readonly Option<int> Threads = new Option<int>("--threads")
    {
        Description = "Never changes the bytes.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.Within(1, RunOptions.MostWorkers);

    public static Command Create()
    {
        var command = new Command("generate", $"""
            Generate the data of a contest: a synthetic city, a complete data package whose true rates are known; or, with the word harbour,
            a contest by table (evaluator generate harbour --help).

            Of a city, beside DIR it writes DIR.oracle, the true expected counts (evaluator run --oracle), and DIR.dirt.tsv, the dirt that
            was planted (evaluator check finds it again).

            Examples:
              evaluator generate city                                544 block groups, as Boston
              evaluator generate small --block-groups 20 --seed 7    a small one, for trying things
              evaluator generate tidy --clean --dirt CrlfFile=0.5    no dirt but Windows line ends
              evaluator generate harbour coke-haven                  the harbour: tables, answers, starters, ready for a board

            Kinds of dirt: {string.Join(", ", DirtRates.Kinds.Order())}.
            """)
        {
            Folder, Seed, BlockGroups, Dirt, Clean, Threads, GenerateHarbourCommand.Create(),
        };
        command.SetAction(Generate);
        return command;
    }

    /// <summary>With `generate harbour` alone.</summary>
    public static Command OfHarbour() => new("generate") { GenerateHarbourCommand.Create() };

    private static int Generate(ParseResult command)
    {
        string folder = command.GetRequiredValue(Folder);
        var options = new CityOptions
        {
            Seed = command.GetValue(Seed),
            BlockGroups = command.GetValue(BlockGroups),
            Threads = command.GetValue(Threads),
            Dirt = Rates(command.GetValue(Dirt) ?? [], command.GetValue(Clean)),
        };
        using var interrupt = new Interrupt();
        try
        {
            PlantedDirt planted = GenerationScreen.Watch(folder, options, interrupt.Token);
            GenerationScreen.Print(folder, planted);
            return ExitCode.Good;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"evaluator: interrupted; {folder} was not made.");
            return ExitCode.Incomplete;
        }
    }

    private static DirtRates Rates(string[] switches, bool clean)
    {
        DirtRates rates = clean ? DirtRates.None : DirtRates.AsSeen;
        foreach (string text in switches)
        {
            string[] parts = text.Split('=');
            if (parts.Length != 2 || !Enum.TryParse(parts[0], ignoreCase: true, out DataFault kind) || !DirtRates.Kinds.Contains(kind))
            {
                throw new UsageException(
                    $"--dirt {text}: KIND=RATE was expected, as LandUseBlank=0; "
                    + $"the kinds are {string.Join(", ", DirtRates.Kinds.Order())}.");
            }
            if (!double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) || !(rate is >= 0 and <= 1))
                throw new UsageException($"--dirt {text}: the rate should be a number from 0 to 1.");
            rates = rates.With(kind, rate);
        }
        return rates;
    }
}
