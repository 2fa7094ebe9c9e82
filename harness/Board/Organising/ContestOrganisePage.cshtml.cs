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
internal sealed class ContestOrganisePage(ContestShelf shelf, TimeProvider clock, ContestDesk desk, TeamNames names)
    : ContestPage(shelf, clock)
{
    private PhaseForm? typed;

    /// <summary>The phase whose form was refused.</summary>
    public string? Posted { get; private set; }

    public PhaseForm FormOf(Phase phase) => Posted == phase.Name && typed is not null ? typed : PhaseForm.Of(phase);

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

    public IActionResult OnPostFreeze(string phase, bool holds) => Live.Phase(phase) is not { } known
        ? Refuse(NoPhase)
        : Ask(holds ? Questions.Freeze(known) : Questions.Lift(known), () => Said(desk.Freeze(Visitor, Live, phase, holds),
            holds
                ? "Frozen: others see no news until you publish or lift it, not of what you judge anew or take out either."
                : "The freeze is lifted."));

    public IActionResult OnPostPublish(string phase, bool holds) => Live.Phase(phase) is not { } known
        ? Refuse(NoPhase)
        : Ask(holds ? Questions.Publish(known, EndOf(known), Now) : Questions.Unpublish(known),
            () => Said(desk.Publish(Visitor, Live, phase, holds), holds ? "Published."
                : "Publishing is taken back. Who asks for a moment in between still sees what was shown then."));

    public IActionResult OnPostPhase(string phase, PhaseForm form)
    {
        (Posted, typed) = (phase, form);
        if (Live.Phase(phase) is not { } known)
            return Refuse(NoPhase);
        Outcome<Phase> changed = form.Over(known);
        if (changed.IsRefused)
            return Refuse(changed.Refusal);
        return Questions.Settings(known, changed.Value, IsPublished(known), Now) is { } question
            ? Ask(question, () => Set(changed.Value))
            : Set(changed.Value);
    }

    private IActionResult Set(Phase phase) => Said(desk.SetPhase(Visitor, Live, phase), "Set, for submissions from now on.");

    private static readonly Refusal NoPhase = Refusal.NotFound("There is no such phase.");

    private IActionResult Said(Refusal? refusal, string done) =>
        refusal is null ? Done($"/organise/{Contest.Name}", done) : Refuse(refusal);
}
