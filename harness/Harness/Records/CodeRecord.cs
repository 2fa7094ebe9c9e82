using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Workers;
using Evaluator.Contest.Package;
using Evaluator.Scorer.Definition;
using Evaluator.Wire;

namespace Evaluator.Harness.Records;

/// <summary>Which evaluator made a run.</summary>
/// <param name="Version">As released, with the revision it was built from where that is known.</param>
/// <param name="ScorerVersion">Of the definition of the score (<see cref="ScoreDefinition"/>).</param>
/// <param name="Sha256">
/// Over the module version ids of the harness's assemblies and of the worker, and the sources of the runners. The compiler makes such an id
/// from what it compiles, so it says which code ran, however it was packed afterwards.
/// </param>
public sealed record CodeRecord(string Version, int ScorerVersion, string Sha256)
{
    /// <summary>Version and code, for people.</summary>
    public override string ToString() => $"{Version} (code {Sha256[..12]})";

    public static CodeRecord Here()
    {
        Assembly harness = typeof(CodeRecord).Assembly;
        Assembly[] loaded =
            [typeof(ScoreDefinition).Assembly, typeof(DataPackage).Assembly, typeof(Protocol).Assembly, typeof(Limits).Assembly, harness];
        var ids = new StringBuilder();
        foreach (Assembly assembly in loaded)
            ids.Append(assembly.GetName().Name).Append(' ').Append(assembly.ManifestModule.ModuleVersionId).Append('\n');
        ids.Append("worker ").Append(WorkerInstallation.VersionId()).Append('\n');
        ids.Append("runners ").Append(ContentHash.Of(RunnerStore.SourceFiles)).Append('\n');
        string version = harness.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? harness.GetName().Version!.ToString(3);
        return new CodeRecord(
            version, ScoreDefinition.Version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ids.ToString()))));
    }
}
