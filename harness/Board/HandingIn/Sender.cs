using System.Data.Common;
using Evaluator.Board.Journals;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.HandingIn;

/// <summary>Whom a submission is of.</summary>
/// <param name="First">What has to be written before it: the team of a newcomer.</param>
internal sealed record Sender(string Account, string Team, IReadOnlyList<Draft> First);

/// <summary>Says within the transaction that accepts a submission whose it is, or why nobody's; rows that it writes are there with the
/// submission, or not at all.</summary>
internal delegate Outcome<Sender> Admission(LiveContest contest, DbTransaction transaction);
