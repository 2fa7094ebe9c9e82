using System.Globalization;
using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Organising;

/// <summary>/organise/CONTEST: phases and their settings, freezing, publishing.</summary>
[Authorize(Policies.Organiser)]
internal sealed class ContestOrganisePage(
    ContestShelf shelf, TimeProvider clock, ContestDesk desk, BaselineDesk baselines, TeamNames names) : ContestPage(shelf, clock)
{
    private PhaseForm? typed;
    private string? typedBound;

    /// <summary>The phase whose form was refused.</summary>
    public string? Posted { get; private set; }

    public IReadOnlyList<BaselineView> Baselines => baselines.Of(Contest);

    public PhaseForm FormOf(Phase phase) => Posted == phase.Name && typed is not null ? typed : PhaseForm.Of(phase);

    /// <summary>What the phase's gate asks for, as the form shows it.</summary>
    public string? AtLeastOf(Phase phase) =>
        Posted == phase.Name ? typedBound : phase.Gate?.AtLeast?.ToString(CultureInfo.InvariantCulture);

    public bool IsFrozen(Phase phase) => Live.IsFrozen(phase.Name);

    public bool IsPublished(Phase phase) => Live.IsPublished(phase.Name);

    /// <summary>Null where the phase has no ladder that releases something.</summary>
    public ShownLadder? LadderOf(Phase phase) =>
        Live.Ask(fold => fold.Phase(phase.Name) is { } known ? fold.LadderOf(known) : null) is { } report
            ? new ShownLadder(phase, report, names) : null;

    /// <summary>What the phase's publishing waits for.</summary>
    public PhaseEnd EndOf(Phase phase) => PhaseEnd.Of(Live, phase.Name, Now);

    public void OnGet()
    {
    }

    public IActionResult OnPostFreeze(string? phase, bool holds) => Live.Phase(phase ?? "") is not { } known
        ? Refuse(NoPhase)
        : Ask(holds ? Questions.Freeze(known) : Questions.Lift(known), () => Said(desk.Freeze(Visitor, Live, known.Name, holds),
            holds
                ? "Frozen: others see no news until you publish or lift it, not of what you judge anew or take out either."
                : "The freeze is lifted."));

    public IActionResult OnPostPublish(string? phase, bool holds) => Live.Phase(phase ?? "") is not { } known
        ? Refuse(NoPhase)
        : Ask(holds ? Questions.Publish(known, EndOf(known), Now) : Questions.Unpublish(known),
            () => Said(desk.Publish(Visitor, Live, known.Name, holds), holds ? "Published."
                : "Publishing is taken back. Who asks for a moment in between still sees what was shown then."));

    /// <param name="atLeast">What the gate asks for, as it was typed: a number is read the same whatever the machine's language.</param>
    public IActionResult OnPostPhase(string? phase, PhaseForm form, string? atLeast)
    {
        (Posted, typed, typedBound) = (phase, form, atLeast);
        if (Live.Phase(phase ?? "") is not { } known)
            return Refuse(NoPhase);
        decimal bound = 0;
        if (!string.IsNullOrWhiteSpace(atLeast) && !decimal.TryParse(atLeast, NumberStyles.Float, CultureInfo.InvariantCulture, out bound))
            return Refuse(
                $"What a phase asks for is a number such as 0.75, or nothing for \"better than the baseline\"; found \"{atLeast}\".");
        if (form.Needs is { } needs)
            form = form with { Needs = needs with { AtLeast = string.IsNullOrWhiteSpace(atLeast) ? null : bound } };
        Outcome<Phase> changed = form.Over(known);
        if (changed.IsRefused)
            return Refuse(changed.Refusal);
        return Questions.Settings(known, changed.Value, IsPublished(known), Now) is { } question
            ? Ask(question, () => Set(changed.Value))
            : Set(changed.Value);
    }

    public IActionResult OnPostBaselineAgain(string? baseline) =>
        Said(baselines.Again(Visitor, Contest, baseline ?? ""), "It is fetched again.");

    private IActionResult Set(Phase phase) => Said(desk.SetPhase(Visitor, Live, phase), "Set, for submissions from now on.");

    private static readonly Refusal NoPhase = Refusal.NotFound("There is no such phase.");

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/organise/{Contest.Name}", done) : Refuse(refusal);
}
