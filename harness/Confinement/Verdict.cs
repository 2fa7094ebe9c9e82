using System.Text.Json.Serialization;

namespace Evaluator.Confinement;

/// <summary>What became of a case. Design §4 has the conditions; all but Accepted score 0, and a HarnessFault leaves no score.</summary>
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
