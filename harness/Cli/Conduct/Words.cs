using System.CommandLine;
using System.CommandLine.Parsing;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// What every text on the command line must be, whatever it is for: not empty (a script's variable that was never set), and no longer than
/// the system takes a path. Held for all commands in one walk, so that a new option has it too.
/// </summary>
internal static class Words
{
    /// <summary>PATH_MAX of Linux, with the zero that ends a path.</summary>
    private const int TooLong = 4096;

    private const int CharactersShown = 40;

    public static void MustSaySomething(Command command)
    {
        foreach (Argument argument in command.Arguments.Where(argument => IsText(argument.ValueType)))
            argument.Validators.Add(result => Check(result, argument.Name));
        foreach (Option option in command.Options.Where(option => IsText(option.ValueType)))
            option.Validators.Add(result => Check(result, option.Name));
        foreach (Command part in command.Subcommands)
            MustSaySomething(part);
    }

    /// <summary>As it is told in a message: one line, and no more of it than anybody reads.</summary>
    public static string Shown(string text)
    {
        string line = string.Concat(text.Take(CharactersShown).Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
        return text.Length > CharactersShown ? $"'{line}…'" : $"'{line}'";
    }

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(string[]);

    private static void Check(SymbolResult result, string name)
    {
        foreach (Token token in result.Tokens)
        {
            if (string.IsNullOrWhiteSpace(token.Value))
                result.AddError($"{name} is empty; something was expected there. Is a variable of your script not set?");
            else if (token.Value.Length >= TooLong)
                result.AddError($"{name} is {Shown(token.Value)}, {token.Value.Length} characters; at most {TooLong - 1} were expected.");
        }
    }
}
