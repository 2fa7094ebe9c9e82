using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;
using Microsoft.AspNetCore.Authorization;

namespace Evaluator.Board.Documents;

/// <summary>/organise/CONTEST/documents: what the winners handed in, and whose is missing.</summary>
[Authorize(Policies.Organiser)]
internal sealed class DocumentsOrganisePage(ContestShelf shelf, TimeProvider clock, DocumentRows rows, TeamNames names)
    : ContestPage(shelf, clock)
{
    /// <summary>So many of the first are shown with what is missing of them.</summary>
    public const int First = 10;

    private IReadOnlyDictionary<string, string> teams = new Dictionary<string, string>();

    public IReadOnlyList<Document> Documents { get; private set; } = [];

    public IReadOnlyList<Phase> Phases => [.. Live.Phases.Where(phase => phase.DocumentsUntil is not null)];

    public string NameOf(string team) => teams.GetValueOrDefault(team, "erased");

    /// <summary>The first teams of a phase, as its final standings have them, with the kinds of document that they have not handed in.
    /// </summary>
    public IReadOnlyList<(int Rank, string Team, IReadOnlyList<string> Missing)> FirstOf(Phase phase) =>
        [.. (Live.Table(phase.Name, Audience.Organiser, phase.FinalSet is not null, null)?.Rows(0, First) ?? []).Select(row =>
            (row.Rank ?? 0, row.Team, (IReadOnlyList<string>)[.. Kinds.All.Where(kind => !Documents.Any(document =>
                document.Phase == phase.Name && document.Team == row.Team && document.Kind == kind.Name)).Select(kind => kind.Title)]))];

    public void OnGet() => (teams, Documents) = (names.Of(Contest.Name), rows.Of(Contest.Name));
}
