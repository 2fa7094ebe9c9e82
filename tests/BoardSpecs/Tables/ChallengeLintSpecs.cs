using System.IO.Compression;
using System.Text;
using Evaluator.Challenges.Drafting;
using Evaluator.Challenges.Lint;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>What the lint of a challenge's folder finds: the folder is good, one thing is spoiled, and that thing is named.</summary>
public sealed class ChallengeLintSpecs : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly string folder;

    public ChallengeLintSpecs()
    {
        folder = Path.Combine(scratch.Path, "challenge");
        DraftWishes wishes = new() { Name = "linted", Seed = new byte[32], Opens = DateTimeOffset.UnixEpoch };
        string table = "id,sick\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"r{row},{(row % 10 == 0 ? 1 : 0)}\n"));
        ChallengeDrafting.Write(folder, new MemoryStream(Encoding.UTF8.GetBytes(table)), null, wishes);
    }

    private string Answers => Path.Combine(folder, "secret", "answers.csv");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_good_folder_has_no_finding() => Assert.Empty(Lint().Findings);

    [Fact]
    public void The_answers_themselves_are_found()
    {
        File.Copy(Answers, Path.Combine(folder, "files", "extra.csv"));
        Finds("files/extra.csv", "byte by byte");
    }

    [Fact]
    public void A_column_that_says_the_truth_is_found_under_any_name()
    {
        IEnumerable<string[]> rows = File.ReadAllLines(Answers).Skip(1).Select(row => row.Split(','));
        WriteFile("train.csv", "noise,id,diagnosis\n" + string.Concat(rows.Select(row => $"7,{row[0]},{row[1]}.0\n")));
        Finds("files/train.csv", "the column `diagnosis` says the answers' `sick` in 40 of 40 rows");
    }

    [Fact]
    public void A_zip_is_looked_into()
    {
        using (ZipArchive zip = ZipFile.Open(Path.Combine(folder, "files", "all.zip"), ZipArchiveMode.Create))
            zip.CreateEntryFromFile(Answers, "deep/down.csv");
        Finds("files/all.zip!deep/down.csv", "says the answers' `sick`");
    }

    [Fact]
    public void A_column_that_is_nearly_always_the_same_is_no_leak()
    {
        string[] keys = [.. File.ReadAllLines(Answers).Skip(1).Select(row => row.Split(',')[0])];
        WriteFile("more.csv", "id,stops\n" + string.Concat(keys.Select((key, row) => $"{key},{(row % 13 == 0 ? 1 : 0)}\n")));
        Assert.Empty(Lint().Findings);
    }

    [Fact]
    public void A_key_twice_is_found()
    {
        File.AppendAllText(Answers, "r3,0,final\n");
        Finds("secret/answers.csv", "the key `r3` again");
    }

    [Fact]
    public void One_class_in_a_set_is_found()
    {
        string spoiled = File.ReadAllText(Answers).Replace(",1,final", ",0,final", StringComparison.Ordinal);
        File.WriteAllText(Answers, spoiled);
        Finds("secret/answers.csv", "set final: one class only (0)");
    }

    [Fact]
    public void A_metric_that_can_not_be_computed_is_found()
    {
        string definition = Path.Combine(folder, "challenge.json");
        string changed = File.ReadAllText(definition).Replace("average_precision", "roc_auc_ovr", StringComparison.Ordinal);
        File.WriteAllText(definition, changed);
        Finds("challenge.json", "the metric `roc_auc_ovr` for predictions");
    }

    [Fact]
    public void A_phase_on_a_set_that_is_not_there_is_found()
    {
        string definition = Path.Combine(folder, "challenge.json");
        File.WriteAllText(definition, File.ReadAllText(definition).Replace("\"final\"", "\"last\"", StringComparison.Ordinal));
        Finds("challenge.json", "the set `last`");
    }

    [Fact]
    public void A_sample_that_does_not_score_is_found()
    {
        WriteFile("sample_submission.csv", "id,sick\nr1,0.5\n");
        Finds("files/sample_submission.csv", "399 of the 400");
    }

    [Fact]
    public void A_test_table_with_other_keys_is_found()
    {
        string test = File.ReadAllText(Path.Combine(folder, "files", "test.csv"));
        WriteFile("test.csv", test.Replace("r17\n", "x17\n", StringComparison.Ordinal));
        Finds("files/test.csv", "1 keys without an answer (x17)");
    }

    [Fact]
    public void Without_answers_the_form_alone_is_judged()
    {
        File.Delete(Answers);
        ChallengeFolder copy = ChallengeFolder.Read(folder, withAnswers: false);
        TableJudge judge = TableJudge.OfFormOnly(copy.Challenge, TestKeys.Read(copy));
        TableJudgement good = TableContest.Judge(judge, File.ReadAllBytes(copy.FileOf("sample_submission.csv")));
        Assert.Equal((true, 400, 0), (good.IsAccepted, good.Rows, good.Scores.Count));
        Assert.Equal(TableFaultKind.UnknownKey, TableContest.Judge(judge, "id,sick\nx,1\n").Faults[0].Kind);
        TableJudge keyless = TableJudge.OfFormOnly(copy.Challenge, keys: null);
        Assert.True(TableContest.Judge(keyless, "id,sick\nx,1\ny,0.5\n").IsAccepted);
        Assert.Equal(TableFaultKind.DoubledKey, TableContest.Judge(keyless, "id,sick\nx,1\nx,0.5\n").Faults[0].Kind);
    }

    private LintedChallenge Lint() => ChallengeLint.Check(folder);

    private void WriteFile(string name, string text) => File.WriteAllText(Path.Combine(folder, "files", name), text);

    private void Finds(string file, string message)
    {
        LintedChallenge linted = Lint();
        Assert.False(linted.IsUsable);
        Assert.Contains(linted.Findings, finding => finding.IsFault && finding.Fault.File == file
            && finding.Fault.Found.Contains(message, StringComparison.Ordinal));
    }
}
