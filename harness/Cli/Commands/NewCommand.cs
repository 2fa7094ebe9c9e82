using System.CommandLine;
using System.Text.RegularExpressions;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator new</c>: a predictor's project to begin with.</summary>
internal static partial class NewCommand
{
    private static readonly Argument<string> Language = new("LANGUAGE")
    {
        Description = $"One of: {string.Join(", ", StarterKit.Languages)}.",
    };

    private static readonly Argument<string> Folder = new("DIR")
    {
        Description = "Where the project goes; a folder that does not exist, or an empty one.",
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "What the predictor is called. [default: the folder's name]",
    };

    public static Command Create()
    {
        var command = new Command("new", """
            Make a project to begin with: a working predictor, a test, and one command to score it.

            Examples:
              evaluator new cs my-predictor --name Mine
              evaluator new cpp my-predictor
              evaluator new challenge harbour --table answers.csv
            """)
        {
            Language, Folder, Name, NewChallengeCommand.Create(),
        };
        command.SetAction(Make);
        return command;
    }

    /// <summary>With `new challenge` alone.</summary>
    public static Command OfChallenge() => new("new") { NewChallengeCommand.Create() };

    private static int Make(ParseResult command)
    {
        string language = command.GetRequiredValue(Language);
        if (!StarterKit.Languages.Contains(language))
            throw new UsageException($"there is no kit for '{language}'; there is one for {string.Join(", ", StarterKit.Languages)}.");
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(command.GetRequiredValue(Folder)));
        string name = command.GetValue(Name) ?? NotOfANameCharacter().Replace(Path.GetFileName(folder), "");
        if (!IsName().IsMatch(name))
            throw new UsageException(
                $"'{name}' can't be the name of a program: a letter, then letters and digits were expected. Choose one with --name.");
        var kit = new StarterKit(language);
        kit.Write(folder, name);
        Console.Out.WriteLine($"""
            {name} is in {folder}. Now:

                cd {folder}
                {kit.RunWith("test")}
                {kit.Run}

            README.md tells the rest.
            """);
        return ExitCode.Good;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex IsName();

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NotOfANameCharacter();
}
