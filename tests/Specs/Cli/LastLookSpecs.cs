using System.Diagnostics;
using Evaluator.Cli.Screens;
using Evaluator.Specs.Runs;

namespace Evaluator.Specs.Cli;

/// <summary>What `show` keeps of a run: shown again as long as no file that it was made of has changed, whatever the change.</summary>
public sealed class LastLookSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>, IDisposable
{
    private const string Form = "a form";

    private static readonly string One = RunOnDisk.Cases[0];

    private readonly string cache = Directory.CreateTempSubdirectory("looks-").FullName;
    private readonly List<string> kept = [];

    private static readonly Dictionary<string, Action<string>> Changes = new()
    {
        ["a case file edited, its length and its time as before"] = folder => EditUnseen(Path.Combine(folder, "cases", $"{One}.json")),
        ["an archive edited, its length and its time as before"] = folder => EditUnseen(Archive(folder)),
        ["a case file gone"] = folder => File.Delete(Path.Combine(folder, "cases", $"{One}.json")),
        ["an archive gone"] = folder => File.Delete(Archive(folder)),
        [Replaced] = folder => Replace(Path.Combine(folder, "cases", $"{One}.json")),
        ["a file that belongs to no case"] = folder => File.WriteAllText(Path.Combine(folder, "cases", "1.json"), "{}"),
        ["another run.json"] = folder => File.AppendAllText(Path.Combine(folder, "run.json"), "\n"),
        ["no summary"] = folder => File.Delete(Path.Combine(folder, "summary.json")),
        ["other timings"] = folder => File.AppendAllText(Path.Combine(folder, "timings.json"), "\n"),
        ["cases played twice"] = folder => File.WriteAllText(Path.Combine(folder, "verify.json"), "{}"),
        ["something printed"] = folder => File.WriteAllText(Path.Combine(folder, "console", $"{One}.txt"), "hello"),
    };

    private const string Replaced = "a case file replaced by a copy of itself";

    public static TheoryData<string> Kinds => [.. Changes.Keys];

    public static TheoryData<string> KindsOfContent => [.. Changes.Keys.Where(kind => kind != Replaced)];

    /// <summary>Late enough that everything written before has settled.</summary>
    private static DateTime Later => DateTime.UtcNow.AddSeconds(10);

    public void Dispose()
    {
        Directory.Delete(cache, recursive: true);
        foreach (string folder in kept)
            File.Delete(LastLook.FileFor(folder, Form));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_seen_is_forgotten_with_any_change(string kind)
    {
        string folder = Kept("what was seen", Later);
        Assert.Equal("what was seen", LastLook.At(folder, Form, Later).Text);
        Thread.Sleep(20);    // the file system's clock ticks
        Changes[kind](folder);
        Assert.Null(LastLook.At(folder, Form, Later).Text);
    }

    [Fact]
    public void Another_form_and_another_folder_of_the_same_files_were_not_seen()
    {
        string folder = Kept("what was seen", Later);
        Assert.Null(LastLook.At(folder, "another form", Later).Text);
        Assert.Null(LastLook.At(run.Folder, Form, Later).Text);
    }

    /// <summary>As at the end of a run: the next change may show the same time, so what is in the files counts.</summary>
    [Theory]
    [MemberData(nameof(KindsOfContent))]
    public void What_was_written_a_moment_ago_is_known_by_its_content(string kind)
    {
        string folder = Kept("what was seen", DateTime.UtcNow);
        Replace(Path.Combine(folder, "cases", $"{One}.json"));
        Assert.Equal("what was seen", LastLook.At(folder, Form, Later).Text);
        Changes[kind](folder);
        Assert.Null(LastLook.At(folder, Form, Later).Text);
    }

    /// <summary>What is shown of a run may be closed to others.</summary>
    [Fact]
    public void Nobody_else_may_read_what_is_kept() => Assert.Equal(
        UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(LastLook.FileFor(Kept("what was seen", Later), Form)));

    [Fact]
    public void A_torn_memory_is_none()
    {
        string folder = Kept("what was seen", Later);
        string file = LastLook.FileFor(folder, Form);
        byte[] whole = File.ReadAllBytes(file);
        foreach (byte[] torn in (byte[][])[[], [1, 2, 3], whole[..^1], [.. whole[..^1], (byte)'!']])
        {
            File.WriteAllBytes(file, torn);
            Assert.Null(LastLook.At(folder, Form, Later).Text);
        }
    }

    /// <summary>As a user meets it: the run is over, and `show` has nothing to read.</summary>
    [Fact]
    public void A_run_keeps_what_show_prints()
    {
        string folder = run.NewFolder();
        Assert.Equal(0, Execute(
            "run", EvaluatorProgram.Predictor("SmoothedRate"), "--data", run.PackageFolder, "--set", "example", "--out", folder).ExitCode);
        string look = Assert.Single(Looks());
        EvaluatorProgram fromMemory = Show(folder);
        Assert.Equal(0, fromMemory.ExitCode);
        File.Delete(look);
        Assert.Equal(Show(folder), fromMemory);
        File.Delete(Assert.Single(Looks()));
        Assert.Equal(0, Execute(
            "run", EvaluatorProgram.Predictor("SmoothedRate"), "--data", run.PackageFolder, "--set", "example", "--out", folder, "--resume")
            .ExitCode);
        Assert.Empty(Looks());
    }

    /// <summary>Only what was kept is short: until then every look reads all files.</summary>
    [Fact]
    public void The_same_is_shown_from_memory_and_a_damage_after_it_is_named()
    {
        string folder = run.Copy();
        EvaluatorProgram first = Show(folder);
        Assert.Equal(0, first.ExitCode);
        Assert.Single(Looks());
        Assert.Equal(first, Show(folder));
        EditUnseen(Path.Combine(folder, "cases", $"{One}.json"));
        EvaluatorProgram damaged = Show(folder);
        Assert.Equal(3, damaged.ExitCode);
        Assert.Contains($"damaged: {Path.Combine(folder, "cases", $"{One}.json")}", damaged.Error);
        Assert.Contains("incomplete", damaged.Output);
        Assert.Equal(damaged, Show(folder));
    }

    private string[] Looks() => Directory.GetFiles(cache, "look-*.bin", SearchOption.AllDirectories);

    private EvaluatorProgram Show(string folder) => Execute("show", folder);

    private EvaluatorProgram Execute(params string[] arguments)
    {
        using Process process = EvaluatorProgram.Start(new Dictionary<string, string> { ["XDG_CACHE_HOME"] = cache }, arguments);
        return EvaluatorProgram.End(process);
    }

    /// <returns>A run folder of which a text is kept.</returns>
    private string Kept(string text, DateTime now)
    {
        string folder = run.Copy();
        kept.Add(folder);
        LastLook look = LastLook.At(folder, Form, now);
        Assert.Null(look.Text);
        look.Keep(text);
        return folder;
    }

    private static string Archive(string folder) => Directory.EnumerateFiles(Path.Combine(folder, "predictions"), $"{One}-*").Single();

    private static void EditUnseen(string file)
    {
        DateTime time = File.GetLastWriteTimeUtc(file);
        byte[] content = File.ReadAllBytes(file);
        content[content.Length / 2] ^= 1;
        File.WriteAllBytes(file, content);
        File.SetLastWriteTimeUtc(file, time);
    }

    private static void Replace(string file)
    {
        File.Copy(file, $"{file}.new");
        File.Move($"{file}.new", file, overwrite: true);
    }
}
