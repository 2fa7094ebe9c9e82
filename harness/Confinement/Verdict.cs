using System.Text.Json.Serialization;

namespace Evaluator.Confinement;

/// <summary>What became of a case. All but Accepted score 0, and a HarnessFault leaves no score.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    Accepted,
    TimeLimit,
    MemoryLimit,
    Crashed,
    WrongFormat,
    NotANumber,
    ProtocolViolation,
    HarnessFault,
}
