using System.Text.Json.Serialization;

namespace Evaluator.Harness.Records;

/// <summary>Where and when a case was played: for people who look for a slow node. No score and no hash depends on it.</summary>
/// <param name="VectorBits">The widest registers that the scorer used there.</param>
/// <param name="SandboxLevel">Of that machine, as its self-test saw it.</param>
/// <param name="Shard">The part of the run, as 3/8.</param>
/// <param name="Evaluator">
/// The one that played it, where another began the run (<c>run.json</c>) and this one resumed it.
/// </param>
public sealed record PlayedOn(string Host, string Cpu, int VectorBits, int SandboxLevel, string Shard, DateTimeOffset EndedUtc,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CodeRecord? Evaluator = null);
