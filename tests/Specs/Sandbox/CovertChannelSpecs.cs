using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

/// <summary>
/// Two cases of a predictor that tries to talk from one to the other (tests/Fixtures/Hostile/Talks*.cs), one after the other and both at
/// once.
/// </summary>
public class CovertChannelSpecs
{
    public static TheoryData<string> Talkers =>
        [.. FixtureCatalog.In("Hostile").Select(fixture => fixture.Name).Where(name => name.StartsWith("Talks", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Talkers))]
    public void Nothing_crosses_from_one_case_to_the_other(string name)
    {
        Assert.SkipUnless(TestedSandbox.Of().Record.Level >= 2, "this machine has no sandbox of level 2; see `evaluator sandbox`");
        foreach (int lanes in (int[])[1, 2])
        {
            CaseResult[] results = Play(name, lanes, TestedSandbox.Of());
            Assert.Equal([Verdict.Accepted, Verdict.Accepted], results.Select(result => result.Verdict));
        }
    }

    [Theory]
    [InlineData("TalksByFutexes", 2)]
    [InlineData("TalksByThePageCache", 1)]
    public void Without_a_sandbox_the_number_is_heard(string name, int lanes)
    {
        // Else a listener that never hears anything would prove nothing.
        Assert.SkipUnless(Directory.Exists("/usr/lib/x86_64-linux-gnu"), "the fixture looks for a library of Debian's on x86-64");
        CaseResult[] results = Play(name, lanes, TestedSandbox.Of(0));
        Assert.Contains($"BREACH: heard a5 from another case", results[1].Detail);
    }

    private static CaseResult[] Play(string name, int lanes, TestedSandbox sandbox)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        string folder = Directory.CreateTempSubdirectory("covert-").FullName;
        try
        {
            DataPackage data = package.Open();
            var request = new RunRequest(
                FixtureCatalog.Named(name).Dll, data, "example", data.Set("example"), CallingSequence.Official, Path.Combine(folder, "run"),
                    lanes, Limits.Official)
            {
                Sandbox = sandbox,
            };
            _ = new Evaluation(request).Run(_ => { }, TestContext.Current.CancellationToken);
            RunFolder run = RunFolder.Open(request.Folder);
            return [.. run.ReadCases()];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
