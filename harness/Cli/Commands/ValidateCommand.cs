using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator validate</c>: whether a submission would be taken, without playing a case.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string> Predictor = new("PREDICTOR") { Description = "As for `evaluator run`." };

    public static Command Create()
    {
        var command = new Command("validate", """
            Look at a submission as `run` does before its first case: its form, its size, its class and methods; a source is compiled.

            Examples:
              evaluator validate MyPredictor.cpp

            Exit codes: 0 it would be taken; 1 it would be Rejected; 2 there is no such file, or this machine lacks its compiler.
            """)
        {
            Predictor, RunOptions.InLanguage, JsonOutput.Asked,
        };
        command.SetAction(Validate);
        return command;
    }

    private static int Validate(ParseResult command)
    {
        string predictor = command.GetRequiredValue(Predictor);
        RunOptions.RequirePredictor(predictor);
        using var interrupt = new Interrupt();
        var workshop = new Workshop(TestedSandbox.Of().Means, Workshop.Official, interrupt.Token);
        Submission? submission =
            Submission.Open(predictor, RunOptions.LanguageOf(command.GetValue(RunOptions.InLanguage)), workshop, out string? why);
        if (command.GetValue(JsonOutput.Asked))
        {
            JsonOutput.Print(new
            {
                Predictor = Submission.NameOf(predictor),
                Rejected = why,
                submission?.Language,
                Class = submission?.ClassName,
                submission?.Bytes,
                submission?.Compiler,
                submission?.Sha256,
            });
        }
        else if (submission is null)
            Console.Out.WriteLine($"Rejected: {why}");
        else
        {
            string compiler = submission.Compiler is { } name ? $", compiled by {name}" : "";
            Console.Out.WriteLine($"{Submission.NameOf(predictor)} would be taken: {submission.Language}, class {submission.ClassName}, "
                + $"{Figures.Count(submission.Bytes)} of {Figures.Count(Submission.MostBytes)} bytes{compiler}");
        }
        return submission is null ? ExitCode.PredictorFailed : ExitCode.Good;
    }
}
