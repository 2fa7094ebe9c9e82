using Evaluator.Board.Answers;
using Evaluator.Board.Journals;
using Evaluator.Board.Texts;
using Evaluator.Challenges;

namespace Evaluator.Board.Contests;

/// <summary>/c/CONTEST: the story, phases, files, and what this visitor would do next.</summary>
internal sealed class StoryPage(ContestShelf shelf, TimeProvider clock, PromiseViews promises)
    : ContestPage(shelf, clock)
{
    public IReadOnlyList<ContestFile> Files => ContestFile.Of(Contest.Folder);

    /// <summary>What was promised of the answers, and when; empty where nothing was.</summary>
    public IReadOnlyList<ShownPromise> Promises => promises.Of(Live);

    public string EasyStartAddress => Contest.Challenge.EasyStart is { } start && start.Contains("://", StringComparison.Ordinal)
        ? start
        : $"/c/{Contest.Name}/files/{Contest.Challenge.EasyStart}";

    public Words Words => Words.Of(Contest.Challenge);

    public (string Text, string Address, string Button)? NextStep
    {
        get
        {
            string home = $"/c/{Contest.Name}";
            if (Contest.Challenge.SignIn == Challenges.SignIn.WalkIn && OwnTeam is null
                && PhaseClock.Current(Live.Phases, Now) is { } walkIn && walkIn.TakesSubmissions(Now))
                return (Words.WalkIn, $"{home}/{walkIn.Name}/walk-in/submit", Words.HandIn);
            if (!Visitor.IsKnown && Contest.IsOpenToAll)
                return (Words.ToTakePartSignUp, $"/sign-up?next={Uri.EscapeDataString(home)}", Words.SignUp);
            if (!Visitor.IsKnown)
                return (Words.ToTakePartSignIn, $"/sign-in?next={Uri.EscapeDataString(home)}",
                    Words.SignIn);
            if (!Live.HasAccepted(Visitor.AccountId!))
                return (Words.ToTakePartAccept, home + "/rules", Words.TheRules);
            if (OwnTeam is null)
                return (Words.MakeATeam, home + "/team", Words.YourTeam);
            return Live.Phases.Where(phase => phase.TakesSubmissions(Now))
                .MinBy(phase => phase.Closes ?? DateTimeOffset.MaxValue) is { } open
                ? (Words.IsOpen(open.Title), $"{home}/{open.Name}/submit", Words.HandIn)
                : null;
        }
    }

    public void OnGet()
    {
    }
}
