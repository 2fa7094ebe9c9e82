using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluator.Harbour;
using Evaluator.Harbour.Files;
using Evaluator.Harbour.Manifest;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>The starters, from the zip as competitors download it: the nine steps are there, and what they write is worth handing
/// in.</summary>
public partial class StarterSpecs(GeneratedHarbour harbour)
{
    private const int Steps = 9;

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Dutch)]
    public void Both_starters_and_the_notebook_go_the_same_nine_steps(Language language)
    {
        string folder = harbour.Unpack(language, $"steps-{language}");
        string[] headings = Headings(File.ReadAllText(Path.Combine(folder, "start.py")));
        Assert.Equal(Enumerable.Range(1, Steps).Select(step => $"{step}."), headings.Select(heading => heading.Split(' ')[0]));
        Assert.Equal(headings, new Lesson(new Texts(language)).Headings);
        Assert.Equal(headings, Headings(File.ReadAllText(Path.Combine(folder, "start.R"))));
        string[] cells = [.. Cells(folder, "markdown").Where(cell => cell.StartsWith("## ", StringComparison.Ordinal))
            .Select(cell => cell.Split('\n')[0][3..])];
        Assert.Equal(headings, cells);
        string readme = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.DoesNotContain(headings, heading => !readme.Contains(heading, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder),
            file => !file.EndsWith(".csv", StringComparison.Ordinal) && LeftOpen().IsMatch(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("start.py")]
    [InlineData("start.R")]
    public void Under_every_heading_something_is_done(string starter)
    {
        string text = File.ReadAllText(Path.Combine(harbour.Unpack(Language.English, $"done-{starter}"), starter));
        string[] steps = text.Split("\n# ## ")[1..];
        Assert.Equal(Steps, steps.Length);
        Assert.DoesNotContain(steps, step => step.Split('\n').Skip(1).All(line => line.Length == 0 || line.StartsWith('#')));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Dutch)]
    public void Python_finds_more_than_chance_and_the_customs(Language language)
    {
        RequirePython();
        string folder = harbour.Unpack(language, $"python-{language}");
        Run(folder, "/usr/bin/python3", "start.py");
        AssertWorthHandingIn(language, Path.Combine(folder, "submission_python.csv"));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Dutch)]
    public void R_finds_more_than_chance_and_the_customs(Language language)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/Rscript"), "No R: install r-base-core, or let .ci/run do it.");
        string folder = harbour.Unpack(language, $"r-{language}");
        Run(folder, "/usr/bin/Rscript", "start.R");
        AssertWorthHandingIn(language, Path.Combine(folder, "submission_r.csv"));
    }

    [Fact]
    public void The_notebook_does_what_the_script_does()
    {
        RequirePython();
        string folder = harbour.Unpack(Language.English, "notebook");
        File.WriteAllText(Path.Combine(folder, "cells.py"), string.Join("\n", Cells(folder, "code")));
        Run(folder, "/usr/bin/python3", "cells.py");
        AssertWorthHandingIn(Language.English, Path.Combine(folder, "submission_python.csv"));
    }

    private void AssertWorthHandingIn(Language language, string submission)
    {
        string challenge = harbour.Folder(language);
        Dictionary<string, int> kilos = File.ReadLines(Path.Combine(challenge, "secret", "answers.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => int.Parse(row[2]), StringComparer.Ordinal);
        string[] lines = File.ReadAllLines(submission);
        Assert.Equal("containerid", lines[0].Trim('"'));
        string[] picks = lines[1..];
        Assert.Equal(400, picks.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(400, picks.Length);
        Assert.DoesNotContain(picks, pick => !kilos.ContainsKey(pick));
        int found = picks.Sum(pick => kilos[pick]);
        double byChance = kilos.Values.Sum() * 400.0 / kilos.Count;
        int byCustoms = File.ReadLines(Path.Combine(challenge, "files", "douane-rotterdam.csv")).Skip(1).Sum(pick => kilos[pick]);
        TestContext.Current.SendDiagnosticMessage($"{Path.GetFileName(submission)}: {found} kg; customs {byCustoms}, chance {byChance:F1}");
        Assert.True(found > byChance && found > byCustoms, $"{found} kg found; by chance {byChance:F1}, by the customs {byCustoms}");
    }

    private static void RequirePython()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "No Python: install python3-pandas and python3-sklearn, or let .ci/run do it.");
        Assert.SkipUnless(EndedProcess.Of("/usr/bin/python3", "-c", "import pandas, sklearn").ExitCode == 0,
            "No pandas or scikit-learn: install python3-pandas and python3-sklearn, or let .ci/run do it.");
    }

    private static void Run(string folder, string program, string script)
    {
        EndedProcess ended = EndedProcess.Of(new ProcessStartInfo(program, [script]) { WorkingDirectory = folder });
        Assert.True(ended.ExitCode == 0, $"{program} {script} ended with {ended.ExitCode}:\n{ended.Said}");
    }

    private static string[] Headings(string script) => [.. Heading().Matches(script).Select(match => match.Groups[1].Value)];

    private static List<string> Cells(string folder, string kind)
    {
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "start.ipynb")));
        Assert.Equal(4, notebook.RootElement.GetProperty("nbformat").GetInt32());
        return
        [
            .. notebook.RootElement.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == kind)
                .Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()))),
        ];
    }

    [GeneratedRegex("^# ## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>A mark of a step, or a place in a text, that nobody filled.</summary>
    [GeneratedRegex(@"^# \[|\{(all|train|test|steps|hash|customs|first|second)\}", RegexOptions.Multiline)]
    private static partial Regex LeftOpen();
}
