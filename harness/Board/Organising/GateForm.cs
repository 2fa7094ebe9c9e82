using Evaluator.Challenges;

namespace Evaluator.Board.Organising;

/// <summary>What a phase asks for before a team may hand in, as it can be set: the member <c>needs</c> of <c>challenge.json</c>.</summary>
internal sealed record GateForm
{
    /// <summary>The phase in which a score is needed; nothing: the phase is open to every team.</summary>
    public string? Phase { get; init; }

    /// <summary>Nothing: the first that ranks there.</summary>
    public string? Column { get; init; }

    /// <summary>In the column's direction; nothing: better than the baseline.</summary>
    public decimal? AtLeast { get; init; }

    public static GateForm Of(Gate? gate) => new() { Phase = gate?.Phase, Column = gate?.Column, AtLeast = gate?.AtLeast };

    public Gate? ToGate() => Phase is { Length: > 0 } phase ? new Gate(phase, Column is { Length: > 0 } ? Column : null, AtLeast) : null;
}
