using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log.Bodies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Submissions;

/// <summary>/c/CONTEST/PHASE/finals: which of a team's submissions are played on the set that decides, once the phase has closed.</summary>
[Authorize(Policies.Competitor)]
internal sealed class FinalsPage(ContestShelf shelf, TimeProvider clock, SubmissionViews views, SubmissionDesk desk)
    : ContestPage(shelf, clock)
{
    /// <summary>What the team may choose from: its own submissions of the phase that have a score or wait for one.</summary>
    public IReadOnlyList<SubmissionView> Candidates { get; private set; } = [];

    public IReadOnlyList<Column> Columns => Live.Contest.Columns;

    public bool IsClosed => Phase!.Closes <= Now;

    public bool IsPublished => Live.IsPublished(Phase!.Name);

    public bool MayChoose => Visitor.MaySubmit && OwnTeam is not null && !IsClosed;

    public int Chosen => Candidates.Count(view => view.Shown.IsChosen);

    /// <summary>The submission that counts where none is chosen: the one that the standings show of the team.</summary>
    public string? Default { get; private set; }

    /// <summary>How many of those that are played have their final result. That is no secret: it is no score.</summary>
    public int Played { get; private set; }

    public IActionResult OnGet()
    {
        if (Phase!.FinalSet is null)
            return NotFound();
        Look();
        return Page();
    }

    public IActionResult OnPost(string[] chosen)
    {
        if (Phase!.FinalSet is null)
            return NotFound();
        if (desk.Choose(Visitor, Live, Phase.Name, chosen) is not { } refusal)
            return Done($"/c/{Contest.Name}/{Phase.Name}/finals", chosen.Length == 0
                ? "Nothing is chosen: your best one counts."
                : $"Chosen: {chosen.Length} of at most {FinalChoice.Most}. You can change it until the phase closes.");
        Look();
        return Refuse(refusal);
    }

    public bool IsPlayed(SubmissionView view) => Chosen > 0 ? view.Shown.IsChosen : view.Row.Id == Default;

    private void Look()
    {
        if (OwnTeam is not { } team)
            return;
        Candidates = [.. views.Own(Visitor, Contest).Where(view => view.Row.Phase == Phase!.Name
            && view.Shown is { IsWithdrawn: false, IsIgnored: false }
            && view.Shown.State is not (SubmissionState.Failed or SubmissionState.Refused))];
        Default = Live.Table(Phase!.Name, Audience.Of(team.Id), final: false, null)?.RowOf(team.Id)?.Submission;
        Played = Candidates.Count(view => IsPlayed(view) && Live.Ask(fold =>
            fold.Submission(view.Row.Id)?.Counted(Phase.FinalSet!)?.Recorded.Outcome is Outcome.Scored or Outcome.Failed));
    }
}
