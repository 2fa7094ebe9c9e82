using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// What is told of a command line that can't be read: a line for each fault that names the option, what was found and what is expected,
/// and a line that says where more stands.
/// </summary>
internal static class Misreadings
{
    private const int MostShown = 3;

    /// <returns>The exit code.</returns>
    public static int Report(ParseResult command, TextWriter output)
    {
        if (command.Errors.All(error => error.SymbolResult is CommandResult) && command.Action is ParseErrorAction unknown)
        {
            // Nothing is wrong with a value: the library knows which name was perhaps meant.
            unknown.ShowHelp = false;
            command.Invoke(new InvocationConfiguration { Error = output, Output = output });
        }
        else
        {
            foreach (string line in command.Errors.Select(Text).Distinct().Take(MostShown))
                output.WriteLine($"evaluator: {line}");
        }
        output.WriteLine($"`{NameOf(command.CommandResult)} --help` says what it takes.");
        return ExitCode.Unusable;
    }

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
