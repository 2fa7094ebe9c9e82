using System.CommandLine;
using Evaluator.Cli;

namespace Evaluator.Specs.Cli;

/// <summary>Help is a page at the root, and of each command its own.</summary>
public sealed class HelpSpecs
{
    [Fact]
    public void The_bare_program_shows_its_page()
    {
        EvaluatorProgram bare = EvaluatorProgram.Run();
        Assert.Equal(0, bare.ExitCode);
        Assert.Equal("", bare.Error);
        foreach (Command command in EvaluatorCommand.Create().Subcommands)
            Assert.Matches($@"(?m)^  {command.Name}\b", bare.Output);
    }

    [Fact]
    public void Every_command_has_examples_that_begin_with_its_own_name()
    {
        (string Name, string Description)[] commands = [.. Below(EvaluatorCommand.Create(), "evaluator")];
        Assert.True(commands.Length > 20, $"{commands.Length} commands");
        ForEvery.In(commands, one => Assert.Matches($@"(?m)^Examples?:\n(.*\n)*  {one.Name} ?", one.Description));
    }

    [Theory]
    [InlineData("new", "challenge")]
    [InlineData("generate", "harbour")]
    public void A_command_below_another_names_no_argument_of_that(string command, string below)
    {
        EvaluatorProgram help = EvaluatorProgram.Run(command, below, "--help");
        Assert.Matches($@"Usage:\n  evaluator {command} {below} <", help.Output);
        Assert.DoesNotContain("LANGUAGE", help.Output);
    }

    /// <summary>Those that do something; what only stands for a part of another process says no more than its name.</summary>
    private static IEnumerable<(string Name, string Description)> Below(Command command, string name)
    {
        foreach (Command one in command.Subcommands.Where(one => !one.Hidden))
        {
            string full = $"{name} {one.Name}";
            if (one.Action is not null)
                yield return (full, one.Description!);
            foreach ((string Name, string Description) deeper in Below(one, full))
                yield return deeper;
        }
    }
}
