namespace Evaluator.Board.People;

/// <summary>One line of the audit log.</summary>
/// <param name="Actor">An account's id, or <c>board</c> for what was done on the machine.</param>
internal sealed record AuditEntry(long At, string Actor, string? Handle, string? Contest, string Action, string Detail);
