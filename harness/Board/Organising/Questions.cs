using Evaluator.Board.Shell;
using Evaluator.Challenges;

namespace Evaluator.Board.Organising;

/// <summary>What organisers are asked before they do what harms: what will happen, and what takes it back.</summary>
internal static class Questions
{
    public static Question Freeze(Phase phase) => new(
        $"Freeze {phase.Title}?",
        "From now on competitors and visitors see nothing new in the standings; a team still sees its own. Lifting the freeze takes it "
        + "back, and then the phase's own time of freezing does nothing any more.",
        $"Yes, freeze {phase.Title}");

    public static Question Lift(Phase phase) => new(
        $"Lift the freeze of {phase.Title}?",
        "Everybody sees at once what was hidden since the freeze. What has been seen can't be hidden again: another freeze hides only "
        + "what comes after it.",
        $"Yes, lift the freeze of {phase.Title}");

    public static Question Publish(Phase phase, PhaseEnd end, DateTimeOffset now) => new(
        $"Publish {phase.Title}?",
        (phase.Closes is { } closes && closes > now ? "The phase is still open. " : "")
        + (end.Lacks is { } lacks ? $"Not everything is there: {lacks}. " : "Every result is there. ")
        + "Everybody will see the final standings, and the exact results of all submissions are opened in the public log. Taking it back "
        + "hides the standings again, but no entry takes back what has been read.",
        $"Yes, publish {phase.Title}");

    public static Question Unpublish(Phase phase) => new(
        $"Take back the publishing of {phase.Title}?",
        "The final standings are hidden again from everybody but organisers, and so is what a freeze hid. What has been read or "
        + "downloaded stays read. The phase does not publish by itself any more until you set another time.",
        $"Yes, take back the publishing of {phase.Title}");

    /// <summary>Null where the changed settings do nothing at once that harms.</summary>
    public static Question? Settings(Phase before, Phase after, bool isPublished, DateTimeOffset now)
    {
        bool closes = after.Closes <= now && !(before.Closes <= now);
        bool publishes = !isPublished && after.Publishes <= now && after.Publishes != before.Publishes;
        string says = (closes ? "The phase closes at once: nobody can hand in or choose any more, and the finals are played. " : "")
            + (publishes ? "It publishes by itself as soon as no result is missing, which no entry takes back in what has been read. " : "")
            + "Another time set in its place holds from then on.";
        return closes || publishes ? new($"Set {before.Title} so?", says, $"Yes, set {before.Title} so") : null;
    }

    public static Question Disqualify(string team) => new(
        $"Disqualify {team}?",
        "The team leaves all standings of this contest, behind a freeze for others when that ends, and what it was paid is taken back. "
        + "\"Bring it back\" undoes that by another entry.",
        $"Yes, disqualify {team}");

    public static Question NewKey(string team) => new(
        $"A new key for {team}?",
        "The team's key of now opens nothing any longer, whoever of the team has it. That can't be undone; the new key is shown once.",
        $"Yes, make a new key for {team}");

    public static Question TakeOut(IReadOnlyList<string> submissions) => new(
        submissions.Count == 1 ? "Take this submission out of the standings?" : $"Take {submissions.Count} submissions out of the "
            + "standings?",
        $"{string.Join("; ", submissions)}. They leave the standings, behind a freeze for others when that ends, and what they were paid "
        + "is taken back. \"Bring them back\" undoes that by another entry.",
        submissions.Count == 1 ? "Yes, take it out" : $"Yes, take {submissions.Count} out");

    public static Question Apply(int ranks) => new(
        "Apply the rejudge set?",
        $"{(ranks == 0 ? "No rank changes" : ranks == 1 ? "One team's row changes" : $"The rows of {ranks} teams change")}. The new "
        + "results count at once, and rewards follow them. You can take the set back.",
        "Yes, apply it");

    public static Question TakeBack(int ranks) => new(
        "Take the rejudge set back?",
        $"{(ranks == 0 ? "No rank changes" : ranks == 1 ? "One team's row changes" : $"The rows of {ranks} teams change")}. The results "
        + "of before count again at once, and rewards follow them. You can apply the set again.",
        "Yes, take it back");

    public static Question Cancel(int submissions) => new(
        "Cancel the rejudge set?",
        $"What was evaluated again of {(submissions == 1 ? "the submission" : $"the {submissions} submissions")} is dropped, and what "
        + "still waits is not played. Nothing of it counts now. Another set would have to evaluate it all again.",
        "Yes, cancel it");

    public static Question Role(string handle, bool becomesOrganiser) => becomesOrganiser
        ? new($"Make {handle} an organiser?",
            "An organiser sees and does everything on this board: all files, exact results, people, and these pages. You can make them a "
            + "competitor again, but not take back what they have seen.",
            $"Yes, make {handle} an organiser")
        : new($"Make {handle} a competitor?",
            "They lose these pages at once. Another organiser can make them an organiser again.",
            $"Yes, make {handle} a competitor");

    public static Question Password(string handle) => new(
        $"Reset the password of {handle}?",
        "Their password of now stops working and their sessions end. That can't be undone; the new password is shown to you once.",
        $"Yes, reset the password of {handle}");

    public static Question EndRule(string title) => new(
        $"End the rule {title}?",
        "It pays nothing for submissions from now on; what it paid stands. \"Change\" sets a new version of it, which pays again from "
        + "then on, and nothing for what came in between.",
        $"Yes, end {title}");

    public static Question TakeBackGrant(string points, string team) => new(
        $"Take back what {team} was given?",
        $"{points} points leave the standings and the profiles of those who were in the team; the history shows both. You can give "
        + "them again, by another entry.",
        "Yes, take it back");

    public static Question RevokeInvitation(string note) => new(
        $"Revoke the invitation{(note.Length > 0 ? $" \"{note}\"" : "")}?",
        "Nobody can join by it any more. That can't be undone; you would have to make another one and send it again.",
        "Yes, revoke the invitation");
}
