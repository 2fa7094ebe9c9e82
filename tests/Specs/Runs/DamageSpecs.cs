using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;

namespace Evaluator.Specs.Runs;

/// <summary>
/// Run folders spoiled in every way, one file at a time: the file is named, the case is run again, and nothing else is lost.
/// </summary>
public class DamageSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    private static readonly string One = RunOnDisk.Cases[0];
    private static readonly string Other = RunOnDisk.Cases[1];

    /// <summary>Each: what was done, how, the file that is named and what is said of it.</summary>
    private static readonly Dictionary<string, (Action<string> Spoil, string Named, string Said)> Spoilings = new()
    {
        ["a case file cut short"] = (folder => Cut(CaseFile(folder, One)), $"cases/{One}.json", "cut short"),
        ["an empty case file"] = (folder => File.WriteAllText(CaseFile(folder, One), ""), $"cases/{One}.json", "is empty"),
        ["a case file of other text"] = (folder => File.WriteAllText(CaseFile(folder, One), "null"), $"cases/{One}.json", "holds nothing"),
        ["a score edited by hand"] =
            (folder => Edit(CaseFile(folder, One), "\"score\": ", "\"score\": 1"), $"cases/{One}.json", "changed after it was written"),
        ["a line end added"] =
            (folder => File.AppendAllText(CaseFile(folder, One), "\n"), $"cases/{One}.json", "changed after it was written"),
        ["a doubled case file"] = (folder => File.Copy(CaseFile(folder, Other), CaseFile(folder, One), overwrite: true),
            $"cases/{One}.json", $"a copy of the result of {Other}"),
        ["a missing case file"] = (folder => File.Delete(CaseFile(folder, One)), $"cases/{One}.json", "missing"),
        ["a missing archive"] = (folder => File.Delete(Archive(folder, One)), $"predictions/{One}-", "is missing"),
        ["an archive cut short"] = (folder => Cut(Archive(folder, One)), $"predictions/{One}-", "is not what"),
        ["an archive with one bit changed"] = (folder => Flip(Archive(folder, One)), $"predictions/{One}-", "is not what"),
        ["an archive of another case"] =
            (folder => File.Copy(Archive(folder, Other), Archive(folder, One), overwrite: true), $"predictions/{One}-", "is not what"),
    };

    public static TheoryData<string> Kinds => [.. Spoilings.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_file_is_named_and_resuming_makes_the_run_whole_again(string kind)
    {
        (Action<string> spoil, string named, string said) = Spoilings[kind];
        string folder = run.Copy();
        spoil(folder);

        Damage damage = Assert.Single(RunFolder.Open(folder).Inspect().Damages);
        Assert.StartsWith(named, damage.File);
        Assert.Contains(said, damage.What);
        Assert.Equal(One, damage.Case);

        List<string> played = [];
        ResumedRun? resumed = null;
        RunOnDisk.Play(run.Request(folder) with { Resume = true }, found => resumed = found,
            progress => played.Add(((RunProgress.Played)progress).Result.Case));

        Assert.Equal([damage], resumed!.SetAside);
        Assert.Equal([One], played);
        Assert.Equal(RunOnDisk.ContentsWithout(run.Folder, One), RunOnDisk.ContentsWithout(folder, One));
        Assert.Empty(RunFolder.Open(folder).Inspect().Damages);
    }

    [Fact]
    public void A_run_of_another_format_is_refused_and_not_touched()
    {
        string folder = run.Copy();
        Edit(Path.Combine(folder, "run.json"), "\"format\": 1", "\"format\": 2");
        Dictionary<string, string> before = RunOnDisk.Contents(folder);
        string said = Assert.Throws<RunFolderException>(() => RunFolder.Open(folder)).Message;
        Assert.Contains("run.json is of format 2, and this evaluator reads format 1 alone", said);
        Assert.Throws<RunFolderException>(() => RunOnDisk.Play(run.Request(folder) with { Resume = true }));
        Assert.Equal(before, RunOnDisk.Contents(folder));
    }

    [Fact]
    public void A_file_of_another_run_is_told_from_our_own()
    {
        string folder = run.Copy();
        string another = run.NewFolder();
        RunOnDisk.Play(run.Request(another) with { Cases = [One] });
        File.Copy(CaseFile(another, One), CaseFile(folder, One), overwrite: true);

        Damage damage = Assert.Single(RunFolder.Open(folder).Inspect().Damages);
        Assert.StartsWith("is of another run", damage.What);
    }

    [Fact]
    public void Strangers_are_named_and_cost_no_case()
    {
        string folder = run.Copy();
        File.Copy(CaseFile(folder, One), Path.Combine(folder, "cases", One + " (copy).json"));
        File.Copy(Archive(folder, One), Path.Combine(folder, "predictions", "250259999999-000000000000.zst"));
        File.Copy(Archive(folder, One), Path.Combine(folder, "predictions", One + "-000000000000.zst"));

        RunInspection found = RunFolder.Open(folder).Inspect();

        Assert.Equal([$"cases/{One} (copy).json", $"predictions/{One}-000000000000.zst", "predictions/250259999999-000000000000.zst"],
            found.Damages.Select(damage => damage.File));
        ForEvery.In(found.Damages, damage => Assert.Null(damage.Case));
        Assert.Equal(3, found.Results.Count);
    }

    [Fact]
    public void A_damaged_summary_is_named_and_made_again()
    {
        string folder = run.Copy();
        string summary = Path.Combine(folder, "summary.json");
        string whole = File.ReadAllText(summary);
        Cut(summary);
        Assert.Equal("summary.json", Assert.Single(RunFolder.Open(folder).Inspect().Damages).File);
        File.WriteAllText(summary, whole.Replace(run.Summary.ScoreBits!, "40c0000000000000"));
        Assert.Contains("not what the case files give", Assert.Single(RunFolder.Open(folder).Inspect().Damages).What);

        RunOnDisk.Play(run.Request(folder) with { Resume = true });
        Assert.Equal(whole, File.ReadAllText(summary));
    }

    [Fact]
    public void A_damaged_manifest_is_refused_and_nothing_is_touched()
    {
        string folder = run.Copy();
        string manifest = Path.Combine(folder, "run.json");
        string whole = File.ReadAllText(manifest);
        File.WriteAllText(manifest, whole.Replace("\"cpuSeconds\": 30", "\"cpuSeconds\": 60"));
        Assert.Contains("changed after it was written", Refusal(folder));
        File.WriteAllText(manifest, whole[..200]);
        Assert.Contains("cut short", Refusal(folder));
        File.Delete(manifest);
        Assert.Contains("holds no run", Refusal(folder));
    }

    [Fact]
    public void Show_prints_what_is_left_names_the_damage_and_ends_with_3()
    {
        string folder = run.Copy();
        Cut(CaseFile(folder, One));
        EvaluatorProgram said = EvaluatorProgram.Run("show", folder);
        Assert.Equal(3, said.ExitCode);
        Assert.Contains(CaseFile(folder, One), said.Error);
        Assert.Contains(Other, said.Output);
        Assert.DoesNotContain("   at ", said.Error);
    }

    private static string Refusal(string folder) => Assert.Throws<RunFolderException>(() => RunFolder.Open(folder)).Message;

    private static string CaseFile(string folder, string blockGroup) => Path.Combine(folder, "cases", blockGroup + ".json");

    private static string Archive(string folder, string blockGroup) =>
        Directory.EnumerateFiles(Path.Combine(folder, "predictions"), blockGroup + "-*").First();

    private static void Cut(string file)
    {
        byte[] content = File.ReadAllBytes(file);
        File.WriteAllBytes(file, content[..(content.Length / 2)]);
    }

    private static void Flip(string file)
    {
        byte[] content = File.ReadAllBytes(file);
        content[^5] ^= 1;
        File.WriteAllBytes(file, content);
    }

    private static void Edit(string file, string from, string to)
    {
        string text = File.ReadAllText(file);
        Assert.Contains(from, text);
        File.WriteAllText(file, text.Replace(from, to));
    }
}
