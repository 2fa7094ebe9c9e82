using Evaluator.Board.Journals;
using Evaluator.Challenges;

namespace Evaluator.Board.Contests;

/// <summary>/c/CONTEST: the story, phases, files, and what this visitor would do next.</summary>
internal sealed class StoryPage(ContestShelf shelf, TimeProvider clock) : ContestPage(shelf, clock)
{
    public IReadOnlyList<ContestFile> Files => ContestFile.Of(Contest.Folder);

    public string EasyStartAddress => Contest.Challenge.EasyStart is { } start && start.Contains("://", StringComparison.Ordinal)
        ? start
        : $"/c/{Contest.Name}/files/{Contest.Challenge.EasyStart}";

    public (string Text, string Address, string Button)? NextStep
    {
        get
        {
            string home = $"/c/{Contest.Name}";
            if (Contest.Challenge.SignIn == Challenges.SignIn.WalkIn && OwnTeam is null
                && PhaseClock.Current(Live.Phases, Now) is { } walkIn && walkIn.TakesSubmissions(Now))
                return (Words.Of(Contest.Challenge).WalkIn, $"{home}/{walkIn.Name}/walk-in/submit", Words.Of(Contest.Challenge).HandIn);
            if (!Visitor.IsKnown && Contest.IsOpenToAll)
                return ("To take part, make an account.", $"/sign-up?next={Uri.EscapeDataString(home)}", "Sign up");
            if (!Visitor.IsKnown)
                return ("To take part, sign in or use the link that you were given.", $"/sign-in?next={Uri.EscapeDataString(home)}",
                    "Sign in");
            if (!Live.HasAccepted(Visitor.AccountId!))
                return ("To take part, read the rules and accept them.", home + "/rules", "The rules");
            if (OwnTeam is null)
                return ("Make a team, of one person if you like, or join one by its captain's link.", home + "/team", "Your team");
            return Live.Phases.Where(phase => phase.TakesSubmissions(Now))
                .MinBy(phase => phase.Closes ?? DateTimeOffset.MaxValue) is { } open
                ? ($"{open.Title} is open.", $"{home}/{open.Name}/submit", "Hand in")
                : null;
        }
    }

    public void OnGet()
    {
    }
}
