using System.CommandLine;
using System.CommandLine.Parsing;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// What is told of a command line that can't be read: a line for each fault that names the option, what was found and what is expected,
/// and a line that says where more stands.
/// </summary>
internal static class Misreadings
{
    private const int MostShown = 3;

    public static bool Any(ParseResult command) => command.Errors.Count > 0 || StrangeOptions(command).Any();

    /// <returns>The exit code.</returns>
    public static int Report(ParseResult command, TextWriter output)
    {
        string[] names = [.. Names(command)];
        foreach (string line in (names.Length > 0 ? names : command.Errors.Select(Text)).Distinct().Take(MostShown))
            output.WriteLine($"evaluator: {line}");
        output.WriteLine($"`{NameOf(command.CommandResult)} --help` says what it takes.");
        return ExitCode.Unusable;
    }

    /// <summary>What is wrong with names: commands and options that there are not, arguments too many; no fault of a value.</summary>
    private static IEnumerable<string> Names(ParseResult command)
    {
        string[] strangers = [.. StrangeOptions(command)];
        string[] words = [.. command.UnmatchedTokens.Except(strangers).Where(word => !word.StartsWith('-'))];
        // `generate` has a command below it and arguments of its own: only what does nothing by itself needs one.
        string[] commands = command.CommandResult.Command.Action is not null
            ? []
            : [.. command.CommandResult.Command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name)];
        if (words.Length > 0 && commands.Length > 0)
        {
            yield return $"there is no command {words[0]}{NearestWord.Meant(words[0], commands)}";
            yield break;
        }
        string[] options = [.. strangers.Concat(command.UnmatchedTokens.Where(word => word.StartsWith('-'))).Distinct()];
        foreach (string option in options)
            yield return $"there is no option {option}{NearestWord.Meant(option, OptionsOf(command.CommandResult))}";
        if (options.Length > 0)
            yield break;
        if (words.Length > 0)
        {
            yield return $"{words[0]} is one argument more than `{NameOf(command.CommandResult)}` takes.";
            yield break;
        }
        if (commands.Length > 0 && command.Errors.Count > 0)
        {
            yield return $"a command is needed: {string.Join(", ", commands)}.";
            yield break;
        }
    }

    /// <summary>Words that begin as options do and were taken for arguments, where no `--` said that they are.</summary>
    private static IEnumerable<string> StrangeOptions(ParseResult command)
    {
        if (command.Tokens.Any(token => token.Type == TokenType.DoubleDash))
            return [];
        return command.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Select(token => token.Value).Where(value => value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(value));
    }

    private static IEnumerable<string> OptionsOf(CommandResult command) =>
        command.Command.Options.Concat((command.Parent as CommandResult)?.Command.Options.Where(option => option.Recursive) ?? [])
            .Where(option => !option.Hidden).Select(option => option.Name);

    private static string Text(ParseError error)
    {
        ArgumentResult? argument = error.SymbolResult as ArgumentResult;
        OptionResult? option = error.SymbolResult as OptionResult ?? argument?.Parent as OptionResult;
        Type? type = option?.Option.ValueType ?? argument?.Argument.ValueType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        IReadOnlyList<Token> found = argument?.Tokens ?? option?.Tokens ?? [];
        return type is not null && found.Count > 0 && ExpectedOf(type) is { } expected
            && error.Message.Contains(type.ToString(), StringComparison.Ordinal)
            ? $"{option?.Option.Name ?? argument!.Argument.Name} is {Words.Shown(found[0].Value)}; {expected} was expected."
            : error.Message;
    }

    /// <summary>In words, for the types whose reading is the library's: its own message names the type.</summary>
    private static string? ExpectedOf(Type type) =>
        type == typeof(bool) ? "true or false, or nothing,"
        : type == typeof(ulong) ? $"a whole number from 0 to {ulong.MaxValue}"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : null;

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "evaluator";
}
