using System.Text;
using System.Text.RegularExpressions;
using Evaluator.Confinement;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;
using Evaluator.Wire;

namespace Evaluator.Specs.Sandbox;

/// <summary>Answers are secret by construction: canaries in the data show when and where each byte of it goes.</summary>
public partial class CanarySpecs
{
    private static readonly string[] Groups = ["250250000001", "250250000002"];

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void A_worker_holds_nothing_of_a_month_before_its_prediction_nor_of_another_block_group(int level)
    {
        using SmallPackage package = PackageWithCanaries();
        RunFolder run = Play(package, FixtureCatalog.Named("SearchesItsMemory").Dll, TestedSandbox.Of(level));
        RequireAllAccepted(run);
        Directory.Delete(Path.GetDirectoryName(run.Path)!, recursive: true);
    }

    /// <summary>Bubblewrap is replaced by a script that keeps all it reads before it hands it on.</summary>
    [Fact]
    public void The_wire_carries_a_month_only_after_that_month_was_asked_for()
    {
        SandboxMeans means = SandboxMeans.Detect(2);
        Assert.SkipWhen(means.Bubblewrap is null, "no bubblewrap");
        string folder = Directory.CreateTempSubdirectory("wire-tap-").FullName;
        string tap = Path.Combine(folder, "tap");
        // The outer of the two, which starts the inner by the same name.
        File.WriteAllText(tap, $"#!/bin/sh\n[ -z \"$TAPPED\" ] || exec {means.Bubblewrap} \"$@\"\nexport TAPPED=1\ntee "
            + $"\"{folder}/sent.$$\" | {means.Bubblewrap} \"$@\"\n");
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(tap, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        using SmallPackage package = PackageWithCanaries();
        RunFolder run =
            Play(package, FixtureCatalog.Named("CallsLibc").Dll, TestedSandbox.Of(means with { Bubblewrap = tap }, again: false));
        RequireAllAccepted(run);

        string[] sent = [.. Directory.GetFiles(folder, "sent.*")
            .Where(file => new FileInfo(file).Length > 10_000 || CanaryText().IsMatch(Encoding.UTF8.GetString(File.ReadAllBytes(file))))];
        Assert.Equal(Groups.Length, sent.Length);
        // December is never sent: nothing is predicted after it
        Assert.Equal(Groups.Length * 12 - Groups.Length, sent.Sum(CanariesInOrder));
        Directory.Delete(folder, recursive: true);
        Directory.Delete(Path.GetDirectoryName(run.Path)!, recursive: true);
    }

    /// <summary>Checks each frame that holds a canary; returns how many months had one.</summary>
    private static int CanariesInOrder(string file)
    {
        var reader = new FrameReader(File.OpenRead(file));
        HashSet<string> groups = [];
        HashSet<int> asked = [];
        HashSet<int> carried = [];
        while (reader.ReadHeader() is { } header)
        {
            ReadOnlySpan<byte> payload = reader.ReadPayload(header, int.MaxValue);
            string text = Encoding.UTF8.GetString(payload);
            if (header.Kind == FrameKind.Predict)
            {
                var request = new PayloadReader(payload);
                groups.Add(request.Text());
                asked.Add((int)request.UInt32());
            }
            foreach (Match canary in CanaryText().Matches(text))
            {
                int month = int.Parse(canary.Groups["month"].Value);
                Assert.Equal(FrameKind.ReceiveEvents, header.Kind);
                Assert.True(month < 9 || asked.Contains(month), $"events of {month} went out before predict({month})");
                groups.Add(canary.Groups["group"].Value);
                carried.Add(month);
            }
        }
        Assert.Single(groups);
        return carried.Count;
    }

    private static void RequireAllAccepted(RunFolder run)
    {
        IReadOnlyList<CaseResult> results = run.ReadCases();
        Assert.Equal(Groups, results.Select(result => result.Case).Order(StringComparer.Ordinal));
        ForEvery.In(results, result => Assert.True(result.Verdict == Verdict.Accepted, result.Detail));
    }

    private static RunFolder Play(SmallPackage package, string predictor, TestedSandbox sandbox)
    {
        DataPackage data = package.Open();
        string folder = Path.Combine(Directory.CreateTempSubdirectory("canary-").FullName, "run");
        var request = new RunRequest(predictor, data, "example", Groups, CallingSequence.Official, folder, Workers: 2,
            Limits.Official)
        { Sandbox = sandbox };
        _ = new Evaluation(request).Run(_ => { }, TestContext.Current.CancellationToken);
        return RunFolder.Open(folder);
    }

    /// <summary>Every event file of two block groups and twelve months has a row with CANARY-MONTH-GROUP in it.</summary>
    private static SmallPackage PackageWithCanaries()
    {
        SmallPackage package = SmallPackage.OfEqualCases(Groups.Length);
        foreach (string group in Groups)
        {
            for (int month = 1; month <= 12; month++)
            {
                string canary = $"CANARY-{month}-{group}";
                void Write(string kind, string header, string row) =>
                    File.WriteAllText(Path.Combine(package.Folder, $"{kind}-{group}-{month}.csv"), $"{header}\n{row}\n");
                Write("crm", "CASE_ENQUIRY_ID\tTYPE\tpropID", $"1\t{canary}\tA1");
                Write("violations", "CaseNumber\tDESCRIPT\tAddressID", $"1\t{canary}\t1");
                Write("permits", "PermitNumber\tBlock", $"{canary}\t1");
                Write("emergencies", "propID\tfinal_type\tPriority\tdate", $"A1\t{canary}\t1\t2011-{month:00}-01 12:00");
            }
        }
        return package;
    }

    [GeneratedRegex(@"CANARY-(?<month>\d{1,2})-(?<group>\d{12})")]
    private static partial Regex CanaryText();
}
