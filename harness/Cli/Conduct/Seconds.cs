using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// Options that take a number of seconds, read to the letter: the library's own reading takes the comma of <c>1,5</c> for a thousands
/// separator
/// and makes 15 of it, and takes <c>Infinity</c> for a limit.
/// </summary>
internal static class Seconds
{
    public static Option<double> Option(string name, string description, double standard) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => standard,
        CustomParser = Read,
    };

    private static double Read(ArgumentResult argument)
    {
        string text = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && double.IsFinite(seconds) && seconds > 0)
            return seconds;
        string option = argument.Parent is OptionResult parent ? parent.Option.Name : "the option";
        argument.AddError($"{option} is '{text}'; a number of seconds above 0 was expected, with a point, as in 1.5.");
        return 0;
    }
}
