using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// Options that take a number, read to the letter: the library's own reading takes the comma of <c>1,5</c> for a thousands separator and
/// makes 15 of it, and takes <c>Infinity</c> for a limit.
/// </summary>
internal static class Numbers
{
    /// <summary>Four months; clocks overflow far above.</summary>
    private const int MostSeconds = 10_000_000;

    public static Option<double> Seconds(string name, string description, double standard) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => standard,
        CustomParser = argument => Fraction(
            argument, seconds => seconds is > 0 and <= MostSeconds, $"a number of seconds above 0, at most {MostSeconds}"),
    };

    /// <summary>A part of a whole.</summary>
    public static Option<double> OfOne(this Option<double> option)
    {
        option.CustomParser = argument => Fraction(argument, part => part is >= 0 and <= 1, "a number from 0 to 1");
        return option;
    }

    public static Option<int> Within(this Option<int> option, int least, int most)
    {
        option.CustomParser = argument => Whole(argument, least, most);
        return option;
    }

    public static Option<int?> Within(this Option<int?> option, int least, int most)
    {
        option.CustomParser = argument => Whole(argument, least, most);
        return option;
    }

    private static double Fraction(ArgumentResult argument, Predicate<double> fits, string expected)
    {
        string text = TextOf(argument);
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && fits(number))
            return number;
        argument.AddError($"{NameOf(argument)} is {Words.Shown(text)}; {expected} was expected, with a point, as in 0.5.");
        return 0;
    }

    private static int Whole(ArgumentResult argument, int least, int most)
    {
        string text = TextOf(argument);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most)
            return number;
        argument.AddError($"{NameOf(argument)} is {Words.Shown(text)}; a whole number from {least} to {most} was expected.");
        return 0;
    }

    private static string TextOf(ArgumentResult argument) => argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";

    private static string NameOf(ArgumentResult argument) =>
        argument.Parent is OptionResult parent ? parent.Option.Name : argument.Argument.Name;
}
