using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.Board.Organising;

/// <summary>What a phase's ladder keeps back, with the teams' names.</summary>
internal sealed record ShownLadder(Phase Phase, LadderReport Report, TeamNames Names)
{
    public const int MostRows = 100;
}
