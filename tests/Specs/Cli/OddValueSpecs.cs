using System.CommandLine;
using System.CommandLine.Help;
using Evaluator.Cli;
using Evaluator.Cli.Commands;
using Evaluator.Cli.Conduct;

namespace Evaluator.Specs.Cli;

/// <summary>
/// Every option and argument of every command, found by walking the tree, with values that no sensible person means. A new option is held
/// to the same without anybody thinking of it.
/// </summary>
public class OddValueSpecs
{
    private static readonly string Huge = new('x', 5000);

    private static readonly string[] NoNumbers =
        ["", " ", "-1", "1,5", "1.5.2", "1e9", "0x10", "NaN", "Infinity", "-Infinity", "99999999999999999999999", "@5", "five", "\u0663"];

    public static TheoryData<string, string> Numbers => Symbols(IsNumber);

    public static TheoryData<string, string> Texts => Symbols(type => type == typeof(string) || type == typeof(string[]));

    public static TheoryData<string, string> Choices => Symbols(type => Plain(type).IsEnum);

    [Theory, MemberData(nameof(Numbers))]
    public void What_is_no_number_is_refused_in_two_or_three_lines(string command, string name) =>
        ForEvery.In(NoNumbers, odd => AssertRefused(command, name, odd));

    [Theory, MemberData(nameof(Texts))]
    public void An_empty_or_endless_text_is_refused_and_one_with_an_at_sign_is_taken_as_it_stands(string command, string name)
    {
        ForEvery.In(["", "  ", Huge], odd => AssertRefused(command, name, odd));
        ParseResult read = Read(command, name, "@nowhere");
        if (read.Errors.Count == 0)
            Assert.Contains("@nowhere", read.Tokens.Select(token => token.Value));
        else
            Assert.Contains("@nowhere", Said(read));
    }

    [Theory, MemberData(nameof(Choices))]
    public void A_choice_that_is_none_is_refused(string command, string name) =>
        ForEvery.In(["perhaps", "-1,5"], odd => AssertRefused(command, name, odd, joined: true));

    [Fact]
    public void A_number_is_read_to_the_letter()
    {
        Assert.Equal(1.5, Read("run", "--time-limit", "1.5").GetValue(RunOptions.TimeLimit));
        Assert.Equal(7, Read("run", "--workers", "7").GetValue(RunOptions.Workers));
    }

    [Fact]
    public void An_option_that_is_nearly_one_is_told_with_the_right_name()
    {
        string said = Said(EvaluatorCommand.Read(["run", "x", "--worker", "3"]));
        Assert.Contains("--workers", said);
        Assert.Contains("`evaluator run --help`", said);
    }

    private static void AssertRefused(string command, string name, string odd, bool joined = false)
    {
        string said = Said(joined ? Read(command, $"{name}={odd}") : Read(command, name, odd));
        string what = $"evaluator {command} {name} '{odd[..Math.Min(odd.Length, 40)]}' said: {said}";
        Assert.True(said.Contains(name, StringComparison.Ordinal), what);
        Assert.True(said.Contains("expected", StringComparison.Ordinal), what);
        Assert.True(odd.Trim().Length == 0 || said.Contains(odd[..Math.Min(odd.Length, 20)], StringComparison.Ordinal), what);
        Assert.True(said.TrimEnd().Split('\n').Length is 2 or 3, what);
        Assert.DoesNotContain("System.", said);
    }

    private static string Said(ParseResult read)
    {
        var output = new StringWriter();
        Assert.NotEmpty(read.Errors);
        Assert.Equal(2, Misreadings.Report(read, output));
        return output.ToString();
    }

    /// <summary>With a word for each argument that the command needs, but for the one that is odd.</summary>
    private static ParseResult Read(string command, string name, params string[] odd)
    {
        Command found = Commands().Single(one => one.Path == command).Command;
        string[] path = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> words = found.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0)
            .SelectMany(argument => Enumerable.Repeat("x", argument.Arity.MinimumNumberOfValues - 1)
                .Prepend(argument.Name == name ? odd[0] : "x"));
        path = [.. path, .. found.Options.Where(option => option.Required && option.Name != name)
            .SelectMany(option => new[] { option.Name, "1" })];
        bool isArgument = found.Arguments.Any(argument => argument.Name == name);
        bool isOptional = isArgument && found.Arguments.Single(argument => argument.Name == name).Arity.MinimumNumberOfValues == 0;
        return EvaluatorCommand.Read(isArgument ? [.. path, .. words, .. isOptional ? odd : []] : [.. path, .. words, name, .. odd]);
    }

    private static TheoryData<string, string> Symbols(Predicate<Type> wanted)
    {
        var symbols = new TheoryData<string, string>();
        foreach ((string path, Command command) in Commands())
        {
            foreach (Option option in command.Options.Where(option => option is not HelpOption and not VersionOption
                && wanted(option.ValueType)))
                symbols.Add(path, option.Name);
            foreach (Argument argument in command.Arguments.Where(argument => wanted(argument.ValueType)))
                symbols.Add(path, argument.Name);
        }
        return symbols;
    }

    private static IEnumerable<(string Path, Command Command)> Commands()
    {
        var waiting = new Queue<(string Path, Command Command)>([("", EvaluatorCommand.Create())]);
        while (waiting.TryDequeue(out (string Path, Command Command) next))
        {
            yield return next;
            foreach (Command part in next.Command.Subcommands)
                waiting.Enqueue(($"{next.Path} {part.Name}".TrimStart(), part));
        }
    }

    private static bool IsNumber(Type type) => Plain(type) is var plain && (plain == typeof(int) || plain == typeof(long)
        || plain == typeof(uint) || plain == typeof(ulong) || plain == typeof(double) || plain == typeof(decimal));

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
