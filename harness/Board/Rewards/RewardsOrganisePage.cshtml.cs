using System.Globalization;
using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.Organising;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Rewards;

/// <summary>/organise/CONTEST/rewards: the rules of each phase, a preview of each, what organisers give, and single models.</summary>
[Authorize(Policies.Organiser)]
internal sealed class RewardsOrganisePage(
    ContestShelf shelf, TimeProvider clock, RewardsDesk desk, RewardHistory history, TeamNames names) : ContestPage(shelf, clock)
{
    private IReadOnlyList<RewardLine>? lines;

    /// <summary>A rule that is to be changed.</summary>
    [BindProperty(SupportsGet = true, Name = "rule")]
    public string? Changed { get; set; }

    /// <summary>A kind of which a rule is to be made, and its phase.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? NewKind { get; set; }

    [BindProperty(SupportsGet = true, Name = "of")]
    public string? NewPhase { get; set; }

    /// <summary>The form that is shown; null while none is asked for.</summary>
    public RuleForm? Form { get; private set; }

    /// <summary>Who would get what by the rule of the form; null before it was asked for.</summary>
    public IReadOnlyList<Award>? Preview { get; private set; }

    public RewardKind Kind => Enum.TryParse(Form?.Kind, out RewardKind kind) && Enum.IsDefined(kind) ? kind : RewardKind.Grant;

    public bool IsNew => Rules.All(rule => rule.Rule.Name != Form?.Name);

    public IReadOnlyList<RuleVersion> Rules => Live.Ask(fold => fold.Rewards.Rules);

    public IReadOnlyList<RewardLine> Lines => lines ??= history.Of(Contest);

    public IReadOnlyList<TeamSoFar> Teams => Live.Teams;

    public IReadOnlyList<HardwareProfile> Profiles => Contest.Challenge.Predictor?.Profiles ?? [];

    /// <summary>Submissions of which their teams say that they are single models, the newest first.</summary>
    public IReadOnlyList<(SubmissionSoFar Submission, bool? Attested)> SingleModels => Live.Ask(fold =>
        fold.Submissions.Where(submission => submission.Accepted.SingleModel == true).OrderByDescending(submission => submission.Seq)
            .Select(submission => (SubmissionSoFar.Of(submission), submission.Attested)).ToList());

    public string NameOf(string team) => names.NameOf(team);

    public string Says(RewardRule rule) => RewardWords.English.Says(rule, ColumnOf(rule));

    public int PaidBy(RewardRule rule) => Lines.Where(line => line.Rule == rule.Name && line.TakenBack is null).Sum(line => line.Points);

    public void OnGet()
    {
        if (Changed is { Length: > 0 } name)
            Form = Rules.FirstOrDefault(rule => rule.Rule.Name == name) is { } rule ? RuleForm.Of(rule.Rule) : null;
        else if (NewKind is { Length: > 0 })
            Form = new RuleForm { Kind = NewKind, Phase = NewPhase };
    }

    public IActionResult OnPostPreview(RuleForm form)
    {
        Form = form;
        Outcome<RewardRule> rule = RewardsDesk.Read(Contest, form.ToJson());
        if (rule.IsRefused)
            return Refuse(rule.Refusal);
        Preview = RewardsDesk.Preview(Contest, rule.Value);
        return Page();
    }

    public IActionResult OnPostSet(RuleForm form)
    {
        Form = form;
        Outcome<RewardRule> rule = RewardsDesk.Read(Contest, form.ToJson());
        return Said(rule.IsRefused ? rule.Refusal : desk.Set(Visitor, Live, rule.Value), "Set, for submissions from now on.");
    }

    public IActionResult OnPostEnd(string? name) =>
        Rules.FirstOrDefault(rule => rule.Rule.Name == name && !rule.Ended) is { } running
            ? Ask(Questions.EndRule(running.Rule.Title), () => End(name)) : End(name);

    public IActionResult OnPostGive(string? team, int points, string? reason) =>
        Said(desk.Give(Visitor, Live, team, points, reason), "Given.");

    public IActionResult OnPostTakeBack(string? id) =>
        Lines.FirstOrDefault(line => line.Id == id && line.Rule is null && line.TakenBack is null) is { } grant
            ? Ask(Questions.TakeBackGrant(grant.Points.ToString("N0", CultureInfo.InvariantCulture), grant.TeamName), () => TakeBack(id))
            : TakeBack(id);

    public IActionResult OnPostAttest(string? submission, bool holds, string? reason) =>
        Said(desk.Attest(Visitor, Live, submission, holds, reason), holds ? "Attested." : "Denied.");

    private string ColumnOf(RewardRule rule) => Live.Contest.Columns.FirstOrDefault(column =>
        column.Name == (rule.Column ?? Live.Phase(rule.Phase)?.Ranking.Columns.FirstOrDefault()))?.Title ?? rule.Column ?? "";

    private IActionResult End(string? name) => Said(desk.End(Visitor, Live, name ?? ""), "It has ended. What it paid stands.");

    private IActionResult TakeBack(string? id) => Said(desk.TakeBack(Visitor, Live, id), "Taken back.");

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/organise/{Contest.Name}/rewards", done) : Refuse(refusal);
}
