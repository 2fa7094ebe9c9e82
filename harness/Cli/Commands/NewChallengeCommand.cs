using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Evaluator.Challenges;
using Evaluator.Challenges.Drafting;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator new challenge</c>: a challenge's folder to begin with, from a table of answers or from a small example.</summary>
internal static partial class NewChallengeCommand
{
    private const int SeedBytes = 32, ExampleRows = 200;

    private static readonly Argument<string> Folder = new("DIR") { Description = "Where the challenge goes: a new or an empty folder." };

    private static readonly Option<string?> Table =
        new("--table") { Description = "The answers, a CSV with a key. [default: a small example]" };

    private static readonly Option<string?> Test =
        new("--test") { Description = "The test table competitors get. [default: the keys alone]" };

    private static readonly Option<string?> Name =
        new("--name") { Description = "The challenge in addresses. [default: the folder's name]" };

    private static readonly Option<string?> Title = new("--title") { Description = "What the contest is called. [default: its name]" };

    private static readonly Option<string?> Key = new("--key") { Description = "The column that names a row." };

    private static readonly Option<string?> Truth =
        new("--truth") { Description = "The column that is predicted, or summed over the picks." };

    private static readonly Option<TableShape?> Shape =
        new("--shape") { Description = "What is handed in: Picks, Predictions or Probabilities." };

    private static readonly Option<int?> Picks =
        new Option<int?>("--picks") { Description = "How many rows are picked. [default: one in 200]" }.Within(1, int.MaxValue);

    private static readonly Option<string?> Metric = new("--metric") { Description = "The metric, as rmse, roc_auc or sum." };

    private static readonly Option<bool> OneSet =
        new("--one-set") { Description = "All answers count at once; no part is kept for the end." };

    private static readonly Option<string?> Seed =
        new("--seed") { Description = "64 hex digits: makes the same split again. [default: secret]" };

    public static Command Create()
    {
        var command = new Command("challenge", """
            Make a challenge's folder of a table of answers. It looks at keys, columns and kinds, proposes metric, direction and a
            split into a provisional and a final part, and writes a folder that works at once, with a sample submission.

            Examples:
              evaluator new challenge harbour --table answers.csv
              evaluator new challenge houses --table prices.csv --key id --truth price --metric rmsle
              evaluator new challenge example
            """)
        {
            Folder, Table, Test, Name, Title, Key, Truth, Shape, Picks, Metric, OneSet, Seed,
        };
        command.SetAction(Make);
        return command;
    }

    private static int Make(ParseResult command)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(command.GetRequiredValue(Folder)));
        string? table = command.GetValue(Table), test = command.GetValue(Test);
        foreach (string file in ((string?[])[table, test]).OfType<string>().Where(file => !File.Exists(file)))
            throw new UsageException($"there is no file {file}.");
        DraftWishes wishes = new()
        {
            Name = command.GetValue(Name) ?? NotOfAnAddress().Replace(Path.GetFileName(folder).ToLowerInvariant(), "-").Trim('-'),
            Title = command.GetValue(Title),
            Key = command.GetValue(Key),
            Truth = command.GetValue(Truth),
            Shape = command.GetValue(Shape),
            Picks = command.GetValue(Picks),
            Metric = command.GetValue(Metric),
            IsOneSet = command.GetValue(OneSet),
            Seed = SeedOf(command.GetValue(Seed)),
            Opens = DateTimeOffset.UtcNow,
        };
        using Stream answers = table is null ? Example(wishes.Seed) : File.OpenRead(table);
        DraftedChallenge drafted = ChallengeDrafting.Write(folder, answers, test, wishes);
        Print(drafted);
        return ExitCode.Good;
    }

    private static void Print(DraftedChallenge drafted)
    {
        foreach (string reason in drafted.Reasons)
            Console.Out.WriteLine(reason);
        Console.Out.WriteLine();
        foreach ((string file, string what) in drafted.Files)
            Console.Out.WriteLine($"  {file,-28} {what}");
        Console.Out.WriteLine($"""

            The challenge is in {drafted.Folder}. Now:

                evaluator judge {drafted.Folder}/files/sample_submission.csv --challenge {drafted.Folder}
                evaluator check {drafted.Folder}
                evaluator board new my-board
                evaluator board add my-board {drafted.Folder}
                evaluator board serve my-board
            """);
    }

    private static byte[] SeedOf(string? hex)
    {
        if (hex is null)
            return RandomNumberGenerator.GetBytes(SeedBytes);
        return hex.Length == 2 * SeedBytes && hex.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(hex) : throw new UsageException($"--seed is {hex.Length} characters; 64 hex digits were expected.");
    }

    /// <summary>Numbers to try a contest with: of each key a sum of its digits and of noise.</summary>
    private static MemoryStream Example(byte[] seed)
    {
        StringBuilder table = new("id,target\n");
        for (int row = 1; row <= ExampleRows; row++)
        {
            int noise = HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes($"example {row}"))[0];
            double target = row % 10 + row / 10 % 10 + noise / 256.0;
            table.Append(CultureInfo.InvariantCulture, $"r{row:000},{target:0.###}\n");
        }
        return new MemoryStream(Encoding.UTF8.GetBytes(table.ToString()));
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfAnAddress();
}
