using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Tables;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Board.Work;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Quotas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.HandingIn;

/// <summary>/c/CONTEST/PHASE/submit: handing in by a form.</summary>
[Authorize(Policies.Competitor)]
internal sealed class SubmitPage(ContestShelf shelf, TimeProvider clock, HandInDesk desk, TeamNames names, TableDesk tables,
    WorkOverview work)
    : ContestPage(shelf, clock)
{
    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>Made with the form: a form that is sent twice (a double click, a reload) hands in once.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>Whether the team says that it is one single model; asked for where a rule pays for that.</summary>
    [BindProperty]
    public bool SingleModel { get; set; }

    public bool AsksForSingleModel => Live.Ask(fold => fold.Rewards.Rules.Any(rule =>
        !rule.Ended && rule.Rule.Phase == Phase!.Name && rule.Rule.Kind == RewardKind.SingleModel));

    public Refusal? WhyNot => desk.WhyNot(Visitor, Contest, Phase!.Name);

    public Allowance? Allowance => desk.Allowance(Visitor, Contest, Phase!.Name);

    /// <summary>The phase in which the team has to reach something first; null where this one is open to it, or closed to all.</summary>
    public Phase? ShutBy => Phase!.Gate is { } gate && Phase.TakesSubmissions(Now) && OwnTeam is { } team
        && Live.Ask(fold => GateCheck.Refusal(fold, team.Id, fold.Phase(Phase.Name)!)) is not null
        ? Live.Phase(gate.Phase)
        : null;

    /// <summary>What a table has to look like; null where no tables are handed in.</summary>
    public Evaluator.Challenges.Tables.TableForm? Expected => tables.FormOf(Contest);

    /// <summary>How long a predictor waits for its result; null where that is not known, and for a table: that is judged at once.</summary>
    public TimeSpan? Wait => Contest.Challenge.Predictor is null ? null : work.CoarseWait();

    public string TeamName => names.NameOf(OwnTeam!.Id);

    public long Limit => desk.Limit(Contest);

    public string Formats => string.Join(", ", HandInDesk.Formats(Contest.Challenge).Select(format => "." + format));

    public string Accept => string.Join(",", HandInDesk.Formats(Contest.Challenge).Select(format => "." + format));

    public string BoardAddress => $"{Request.Scheme}://{Request.Host}";

    public void OnGet() => Key = Secret.New();

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken stop)
    {
        string key = string.IsNullOrEmpty(Key) ? Secret.New() : Key;
        Key = Secret.New();
        ModelState.Clear();
        if (file is null)
            return Refuse(Words.Of(Contest.Challenge).ChooseAFile);
        await using Stream content = file.OpenReadStream();
        Outcome<Accepted> taken = await desk.Take(
            Visitor, Contest, Phase!.Name, new Upload(file.FileName, content, Remark, "form-" + key, SingleModel ? true : null), stop);
        if (taken.IsRefused)
            return Refuse(taken.Refusal);
        string said = TableAnswer.Say(Contest, taken.Value.Submission, Now) ?? Words.Of(Contest.Challenge).Arrived;
        return Done($"/s/{taken.Value.Submission}", said);
    }
}
