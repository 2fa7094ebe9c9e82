using System.Security.Cryptography;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;

namespace Evaluator.Challenges.Lint;

/// <summary>Looks at a challenge's folder as a careful organiser would before the contest opens.</summary>
public static class ChallengeLint
{
    private const string Sample = "sample";

    /// <summary>Whether a folder is a challenge's.</summary>
    public static bool IsChallenge(string folder) => File.Exists(Path.Combine(folder, ChallengeFolder.Definition));

    public static LintedChallenge Check(string folder)
    {
        List<LintFinding> findings = [];
        string? summary = null;
        try
        {
            ChallengeFolder challenge = ChallengeFolder.Read(folder);
            summary = $"{challenge.Challenge.Title}, {challenge.Challenge.Kind.ToString().ToLowerInvariant()} challenge";
            if (challenge.Challenge.Table is { } task)
                summary += CheckTable(challenge, task, findings);
        }
        catch (ChallengeFaultsException unusable)
        {
            findings.AddRange(unusable.Faults.Select(fault => new LintFinding(true, fault)));
        }
        return new LintedChallenge(folder, summary, [.. findings.OrderByDescending(finding => finding.IsFault)]);
    }

    private static string CheckTable(
        ChallengeFolder folder, TableTask task, List<LintFinding> findings)
    {
        FindLeaks(folder, task, findings);
        TableJudge judge;
        using (FileStream answers = File.OpenRead(folder.SecretOf(task.Answers)))
            judge = TableJudge.Open(folder.Challenge, answers);
        CheckTestTable(folder, judge, findings);
        CheckSamples(folder, judge, findings);
        string[] keys = [.. judge.Keys];
        return $", {keys.Length} answers; sets: {string.Join(", ", judge.Sets)}";
    }

    private static void CheckTestTable(
        ChallengeFolder folder, TableJudge judge, List<LintFinding> findings)
    {
        string where = $"{ChallengeFolder.FilesFolder}/{folder.Challenge.Table!.Test}";
        if (TestKeys.Read(folder) is not { } keys)
        {
            findings.Add(new LintFinding(false, new ChallengeFault(ChallengeFolder.Definition, 0, "no `test` in `table`",
                "the test table's path, so that competitors can check the form of a submission by themselves")));
            return;
        }
        HashSet<string> test = new(StringComparer.Ordinal), answered = new(judge.Keys, StringComparer.Ordinal);
        string[] doubled = [.. keys.Where(key => !test.Add(key))];
        Report(doubled, "keys twice", "every key once");
        Report([.. test.Except(answered)], "keys without an answer", "the keys of the answers");
        Report([.. answered.Except(test)], "keys of the answers missing", "the keys of the answers");

        void Report(string[] found, string what, string expected)
        {
            if (found.Length > 0)
            {
                string first = string.Join(", ", found.Take(5).Select(key => TableFaults.Shown(key)));
                findings.Add(new LintFinding(true, new ChallengeFault(where, 0, $"{found.Length} {what} ({first})", expected)));
            }
        }
    }

    private static void CheckSamples(
        ChallengeFolder folder, TableJudge judge, List<LintFinding> findings)
    {
        string[] samples = [.. folder.Files().Where(file => Path.GetFileName(file).StartsWith(Sample, StringComparison.OrdinalIgnoreCase)
            && file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))];
        IEnumerable<string> baselines = folder.Challenge.Baselines.Select(baseline => baseline.File).OfType<string>();
        if (samples.Length == 0)
        {
            findings.Add(new LintFinding(false, new ChallengeFault(ChallengeFolder.FilesFolder, 0, "no sample_submission.csv",
                "a submission that is accepted, for competitors to begin with")));
        }
        foreach (string sample in samples.Concat(baselines).Distinct(StringComparer.Ordinal))
        {
            using FileStream bytes = File.OpenRead(folder.FileOf(sample));
            TableJudgement judgement = judge.Judge(bytes);
            foreach (TableFault fault in judgement.Faults)
            {
                int line = fault.First.Count > 0 ? fault.First[0].Line : 0;
                string where = $"{ChallengeFolder.FilesFolder}/{sample}";
                findings.Add(new LintFinding(true, new ChallengeFault(where, line, fault.ToString(), "a table that scores")));
            }
        }
    }

    private static void FindLeaks(
        ChallengeFolder folder, TableTask task, List<LintFinding> findings)
    {
        byte[] answersHash = Hash(folder.SecretOf(task.Answers));
        LeakSearch search = new(task.Key, Secrets(folder, task));
        foreach (string name in folder.Files())
        {
            string path = folder.FileOf(name), shown = $"{ChallengeFolder.FilesFolder}/{name}";
            if ((Hash(path)).AsSpan().SequenceEqual(answersHash))
            {
                findings.Add(new LintFinding(true, new ChallengeFault(
                    shown, 0, "the file of the answers, byte by byte", "no answers in what competitors download")));
            }
            else
            {
                findings.AddRange(search.Search(path, shown));
            }
        }
    }

    /// <summary>The answers' columns that nobody may know: the truth, and what is summed or counted over picks.</summary>
    private static IReadOnlyList<(string Column, Dictionary<string, string> Answers)> Secrets(
        ChallengeFolder folder, TableTask task)
    {
        string[] names = [.. folder.Challenge.Columns.Select(column => column.Metric?.Of).Append(task.Truth).Append(task.Set)
            .OfType<string>().Distinct(StringComparer.Ordinal)];
        using FileStream bytes = File.OpenRead(folder.SecretOf(task.Answers));
        using TableRows rows = TableRows.Open(bytes, long.MaxValue, new TableFaults(TableWords.English));
        int key = Array.IndexOf(rows.Header, task.Key);
        (string Name, int Field)[] columns =
            [.. names.Select(name => (name, Array.IndexOf(rows.Header, name))).Where(column => column.Item2 >= 0)];
        Dictionary<string, string>[] answers = [.. columns.Select(_ => new Dictionary<string, string>(StringComparer.Ordinal))];
        while (key >= 0 && rows.Next())
        {
            for (int column = 0; column < columns.Length && rows.Fields == rows.Header.Length; column++)
                answers[column][rows.Field(key).ToString()] = rows.Field(columns[column].Field).ToString();
        }
        return [.. columns.Zip(answers, (column, known) => (column.Name, known))];
    }

    private static byte[] Hash(string path)
    {
        using FileStream bytes = File.OpenRead(path);
        return SHA256.HashData(bytes);
    }
}
