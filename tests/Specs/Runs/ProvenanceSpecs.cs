using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;

namespace Evaluator.Specs.Runs;

public class ProvenanceSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    [Fact]
    public void Another_run_of_the_same_inputs_elsewhere_has_the_same_publication_hash()
    {
        string moved = run.CopyOfPackage();
        File.WriteAllText(Path.Combine(moved, "notes-of-mine.txt"), "no file of the contest");
        RunSummary again = RunOnDisk.Play(run.Request(run.NewFolder()) with { Package = DataPackage.Open(moved), Workers = 1 });
        Assert.NotNull(again.PublicationHash);
        Assert.Equal(run.Summary.PublicationHash, again.PublicationHash);
    }

    [Fact]
    public void The_publication_hash_can_be_made_by_hand_from_the_run_folder()
    {
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Folder, "run.json"))).RootElement;
        var text = new StringBuilder();
        text.Append("predictor ").Append(manifest.GetProperty("submission").GetProperty("sha256").GetString()).Append('\n');
        text.Append("data ").Append(manifest.GetProperty("data").GetProperty("sha256").GetString()).Append('\n');
        text.Append("limits cpu 30 s, wall 60 s, memory 1024 MiB\nmonths 9-12\nscorer 2\n");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(run.Folder, "cases")).Order(StringComparer.Ordinal))
        {
            JsonElement result = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            text.Append($"case {result.GetProperty("case")} {result.GetProperty("verdict")} {result.GetProperty("scoreBits")}\n");
        }
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))), run.Summary.PublicationHash);
    }

    [Fact]
    public void The_data_hash_is_that_of_a_sha256sum_listing()
    {
        DataPackage package = DataPackage.Open(run.PackageFolder);
        var listing = new StringBuilder();
        foreach (PackageFile file in package.EnumerateFilesRead(RunOnDisk.Cases, CallingSequence.Official))
            listing.Append(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path)))).Append("  ").Append(file.Name)
                .Append('\n');
        DataRecord recorded = RunFolder.Open(run.Folder).ReadManifest().Data;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString()))), recorded.Sha256);
        // tables, event types, example.txt; each case's locations and emergencies
        Assert.Equal(9 + 1 + 1 + 3 * (1 + 12), recorded.Files);
    }

    [Fact]
    public void Everything_that_decides_a_score_changes_the_hash_and_nothing_else_does()
    {
        RunFolder folder = RunFolder.Open(run.Folder);
        RunManifest manifest = folder.ReadManifest();
        IReadOnlyList<CaseResult> results = folder.ReadCases();
        string? Hash(RunManifest with) => PublicationHash.Of(with, results);
        string?[] changed =
        [
            Hash(manifest),
            Hash(manifest with { Submission = manifest.Submission with { Sha256 = new string('1', 64) } }),
            Hash(manifest with { Data = manifest.Data with { Sha256 = new string('1', 64) } }),
            Hash(manifest with { Limits = manifest.Limits with { CpuSeconds = 29.5 } }),
            Hash(manifest with { Limits = manifest.Limits with { WallSeconds = 61 } }),
            Hash(manifest with { Limits = manifest.Limits with { MemoryMebibytes = 512 } }),
            Hash(manifest with { Limits = manifest.Limits with { Cores = 1 } }),
            Hash(manifest with { Code = manifest.Code with { ScorerVersion = manifest.Code.ScorerVersion + 1 } }),
            PublicationHash.Of(manifest, [.. results.Skip(1), results[0] with { Verdict = Verdict.Crashed }]),
            PublicationHash.Of(manifest, [.. results.Skip(1), results[0] with { ScoreBits = new string('1', 16) }]),
            PublicationHash.Of(manifest, [.. results.Skip(1), results[0] with { Case = "250259999999" }]),
        ];
        Assert.Equal(changed.Length, changed.Distinct().Count());

        Assert.Equal(changed[0], Hash(manifest with
        {
            StartedUtc = default,
            Machine = new MachineRecord("another", "another", "another", 64, 128, "another"),
            Code = manifest.Code with { Version = "another", Sha256 = "another" },
            Data = manifest.Data with { Folder = "elsewhere" },
        }));
        Assert.Equal(changed[0], PublicationHash.Of(manifest,
            [.. results.Reverse().Select(result => result with { CpuSeconds = 9, WallSeconds = 9, PeakMemoryBytes = 9, Calls = [] })]));
        Assert.Null(PublicationHash.Of(manifest, [results[0]]));
    }

    [Fact]
    public void The_manifest_names_all_that_the_run_was_made_of()
    {
        RunManifest manifest = RunFolder.Open(run.Folder).ReadManifest();
        ForEvery.In([manifest.Submission.Sha256, manifest.Data.Sha256, manifest.Code.Sha256, manifest.Seal],
            hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.StartsWith("0.1.0", manifest.Code.Version);
        Assert.StartsWith(".NET 10.", manifest.Machine.Runtime);
        Assert.NotEmpty(manifest.Machine.Cpu);
        Assert.NotEmpty(manifest.Machine.System);
        Assert.Equal(Limits.Official, manifest.Limits);
    }
}
