using System.Globalization;
using Evaluator.Challenges.Tables;

namespace Evaluator.Cli.Screens;

/// <summary>A table's judgement in plain lines, the result last.</summary>
internal static class JudgementScreen
{
    public static void Print(TableJudge judge, TableJudgement judgement)
    {
        foreach (string note in judgement.Notes)
            Console.Out.WriteLine($"note: {note}");
        foreach (TableFault fault in judgement.Faults)
        {
            Console.Out.WriteLine($"fault: {fault.Message}");
            foreach (OffendingLine line in fault.First)
                Console.Out.WriteLine($"       {line}");
            if (fault.Count > fault.First.Count && fault.First.Count > 0)
                Console.Out.WriteLine($"       and {Number(fault.Count - fault.First.Count)} more");
        }
        if (judgement.IsAccepted)
            PrintScores(judge, judgement);
        else
            PrintRefusal(judge);
    }

    private static void PrintScores(TableJudge judge, TableJudgement judgement)
    {
        foreach (SetScore score in judgement.Scores)
        {
            string values = string.Join(
                "  ", score.Values.Select(value => $"{value.Key} {value.Value.ToString(CultureInfo.InvariantCulture)}"));
            Console.Out.WriteLine($"{score.Set}: {values}");
        }
        Console.Out.WriteLine(judge.HasAnswers
            ? $"Accepted: {Number(judgement.Rows)} rows."
            : $"The form is right: {Number(judgement.Rows)} rows. There are no answers here, so nothing is scored.");
    }

    private static void PrintRefusal(TableJudge judge)
    {
        Console.Out.WriteLine();
        foreach (string expected in judge.Form.Expected)
            Console.Out.WriteLine($"expected: {expected}");
        foreach (string line in judge.Form.FirstLines)
            Console.Out.WriteLine($"    {line}");
        Console.Out.WriteLine("Refused. Nothing is charged for a table that is refused.");
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
