using Evaluator.Board.Contests;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Teams;

/// <summary>/c/CONTEST/rules: reading the rules, and accepting them.</summary>
internal sealed class RulesPage(ContestShelf shelf, TimeProvider clock, Rules rules, Roster roster) : ContestPage(shelf, clock)
{
    public string Text => rules.TextOf(Live.Contest.Rules);

    public void OnGet()
    {
    }

    public IActionResult OnPost(int version)
    {
        if (!Visitor.MaySubmit)
            return Challenge();
        Refusal? refusal = roster.AcceptRules(Visitor, Live, version);
        return refusal is null ? Done($"/c/{Contest.Name}", "You accepted the rules.") : Refuse(refusal);
    }
}
