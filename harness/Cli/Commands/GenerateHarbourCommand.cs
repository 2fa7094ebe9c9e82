using System.CommandLine;
using System.Globalization;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Harbour;
using Evaluator.Harbour.Files;
using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator generate harbour</c>: the coke haven contest, as the folder of a challenge.</summary>
internal static class GenerateHarbourCommand
{
    private static readonly Argument<string> Folder = new("DIR")
    {
        Description = "Where the challenge goes; a folder that does not exist, or an empty one.",
    };

    private static readonly Option<int> Containers = new Option<int>("--containers")
    {
        Description = "Containers of the year; a fifth of them are the test table.",
        DefaultValueFactory = _ => 400_000,
    }.Within(HarbourOptions.FewestContainers, HarbourOptions.MostContainers);

    private static readonly Option<string?> Seed = new("--seed")
    {
        Description =
            "Up to 64 hexadecimal digits: same seed, same bytes. Whoever has it has the answers. [default: 256 secret random bits]",
    };

    private static readonly Option<string> Words = new("--language")
    {
        Description = "Of the tables' values, the story and the starters: en or nl.",
        DefaultValueFactory = _ => "en",
    };

    private static readonly Option<string?> Opens = new("--opens") { Description = "UTC, as 2026-11-26T09:00. [default: this day]" };

    private static readonly Option<string?> Closes = new("--closes") { Description = "UTC, as 2026-11-26T17:00. [default: never]" };

    private static readonly Option<double> Final = new Option<double>("--final")
    {
        Description = "The part of the test table that counts in the end only, as 0.5; needs --closes. [default: all is live]",
    }.OfOne();

    private static readonly Option<int> Threads = new Option<int>("--threads")
    {
        Description = "Never changes the bytes.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.Within(1, RunOptions.MostWorkers);

    public static Command Create()
    {
        Words.AcceptOnlyFromAmong("en", "nl");
        var command = new Command("harbour", """
            Generate the coke haven contest: a year of containers, 400 of which a team may open.

            DIR becomes a challenge for `evaluator board add`: files/ is what competitors get (training table, test table, starters
            in Python and R), secret/ has the answers, the seed, and what strategies from chance to perfection find. Never hand out secret/.

            Examples:
              evaluator generate harbour coke-haven                             400,000 containers, a secret seed
              evaluator generate harbour haven --language nl                    the same in Dutch
              evaluator generate harbour small --containers 20000 --seed 7      a small one, for trying things
              evaluator generate harbour day --closes 2026-11-26T17:00 --final 0.5   half of the test table decides in the end
            """)
        {
            Folder, Containers, Seed, Words, Opens, Closes, Final, Threads,
        };
        command.SetAction(Generate);
        return command;
    }

    private static int Generate(ParseResult command)
    {
        string folder = command.GetRequiredValue(Folder);
        string? seed = command.GetValue(Seed);
        var options = new HarbourOptions
        {
            Seed = SeedOf(seed),
            Containers = command.GetValue(Containers),
            Language = command.GetValue(Words) == "nl" ? Language.Dutch : Language.English,
            Opens = Moment(command.GetValue(Opens), Opens.Name) ?? new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero),
            Closes = Moment(command.GetValue(Closes), Closes.Name),
            FinalShare = command.GetValue(Final),
            Threads = command.GetValue(Threads),
        };
        if (seed is { Length: < 2 * HarbourSeed.Length })
            Console.Error.WriteLine(
                "evaluator: a short seed can be guessed, and with it the answers: fine for trying things, not for a contest.");
        using var interrupt = new Interrupt();
        try
        {
            HarbourScreen.Print(folder, HarbourFolder.Generate(folder, options, interrupt.Token), options.Seed);
            return ExitCode.Good;
        }
        catch (HarbourException impossible)
        {
            throw new UsageException(impossible.Message);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"evaluator: interrupted; {folder} was not made.");
            return ExitCode.Incomplete;
        }
    }

    private static HarbourSeed SeedOf(string? text)
    {
        try
        {
            return text is null ? HarbourSeed.Secret() : HarbourSeed.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"--seed: {wrong.Message}");
        }
    }

    private static DateTimeOffset? Moment(string? text, string option)
    {
        if (text is null)
            return null;
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset moment)
            ? moment
            : throw new UsageException($"{option} {text}: a time was expected, as 2026-11-26T17:00 (UTC).");
    }
}
