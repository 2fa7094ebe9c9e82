using System.Globalization;
using Evaluator.Challenges;
using Evaluator.Standings.Quotas;

namespace Evaluator.Board.Texts;

/// <summary>English.</summary>
internal sealed class EnglishWords : Words
{
    public override string Language => "en";
    public override string Contests => "Contests";
    public override string Contest => "Contest";
    public override string People => "People";
    public override string Help => "Help";
    public override string Organise => "Organise";
    public override string SignIn => "Sign in";
    public override string SignOut => "Sign out";
    public override string ToTheContent => "To the content";
    public override string TimesAreUtc => "All times are UTC";
    public override string Standings => "Standings";
    public override string Submissions => "Submissions";
    public override string Live => "Live: changes appear by themselves.";
    public override string ConnectionLost => "The connection is lost; trying again. What you see may be old.";
    public override string NotLoaded => "The last change could not be loaded; reload the page.";
    public override string TheBest => "The best";
    public override string Place => "Place";
    public override string Team => "Team";
    public override string Remark => "Remark";
    public override string AllSubmissions => "The 200 best submissions";
    public override string EachTeam => "The best of each team";
    public override string Nobody => "Nobody is on the board yet. The first find appears here by itself.";
    public override string Erased => "erased";
    public override string HandIn => "Hand in";
    public override string PrizeGiving => "Prize-giving";
    public override string Back => "Hide it again";
    public override string PrizeKeys => "Space, Enter, → or Page Down reveals the next place; ← or Page Up hides it again.";
    public override string NoFinalYet => "The final part is not evaluated yet.";
    public override string WalkIn => "A name for your team and a file are all that it takes.";
    public override string CodeOnTheWall => "Code on the wall";
    public override string TeamName => "Your team's name";
    public override string TeamNameHint => "The first file that is accepted makes it yours.";
    public override string File => "File";
    public override string RemarkHint => "One line, for all to read on the board. May be empty.";
    public override string RemarkForTeamHint => "One line, for you and your team. May be empty.";
    public override string HaveAKey => "Our team has handed in before, on another device";
    public override string TeamKey => "The team's key";
    public override string TeamKeyExpected => "A team's key begins with evb_ and has 47 characters; copy it whole.";
    public override string AcceptsRules => "Who hands in accepts the";
    public override string Rules => "rules";
    public override string RulesTab => "Rules";
    public override string ChooseAFile => "Choose a file.";
    public override string Arrived => "It has arrived, and will not be lost.";
    public override string WhatIsExpected => "What is expected";
    public override string FirstLines => "First lines that would be accepted:";
    public override string RefusedForFree => "A table with any fault is refused with its lines, and charges nothing.";
    public override string NothingCharged => "Nothing was charged.";
    public override string AnswersUnreadable =>
        "This contest's answers can't be read, so nothing can be judged: a fault of the organisers'. Nothing was charged.";
    public override string NotRanked => "Your team is not ranked.";
    public override string EarlierIsBetter => "An earlier one of yours is better.";
    public override string UnknownCode => "This is not the code on the wall, or it is used up. Ask the organisers.";
    public override string BoardIsFull => "This board has all the teams that it takes. Ask the organisers.";
    public override string RemarkIsOneLine => "A remark is one line of text without control characters.";
    public override string FromAProgram => "From a program";
    public override string NameMixesScripts => "A word of a name keeps to one script; this one mixes letters that look alike.";
    public override string NameNeedsLetters => "A name needs at least two letters or digits.";
    public override string Phases => "Phases";
    public override string Phase => "Phase";
    public override string Now => "Now";
    public override string Opens => "Opens";
    public override string Freezes => "Freezes";
    public override string Closes => "Closes";
    public override string Publishes => "Publishes";
    public override string TheFinal => "The final";
    public override string Documents => "Documents";
    public override string DocumentsUntil => "Documents until";
    public override string OpenUntil => "Open until";
    public override string ClosedSince => "Closed since";
    public override string Never => "never";
    public override string Files => "Files";
    public override string NoFiles => "This contest gives out no files.";
    public override string EasyStart => "Easy start:";
    public override string Baselines => "Baselines";
    public override string BaselinesMean => "Something to compare with: each has a row of its own in the standings, and takes no rank.";
    public override string KnownValues => "its values are known";
    public override string Tags => "Tags";
    public override string ToTakePartSignUp => "To take part, make an account.";
    public override string SignUp => "Sign up";
    public override string ToTakePartSignIn => "To take part, sign in or use the link that you were given.";
    public override string ToTakePartAccept => "To take part, read the rules and accept them.";
    public override string TheRules => "The rules";
    public override string MakeATeam => "Make a team, of one person if you like, or join one by its captain's link.";
    public override string YourTeam => "Your team";
    public override string ReadsAToken => "It reads a token from a file or a variable:";
    public override SubmissionWords Submission { get; } = new EnglishSubmissionWords();
    public override RewardWords Rewards => RewardWords.English;
    public override AnswerWords Answers => AnswerWords.English;
    public override ModelWords Models => ModelWords.English;

    protected override string Thousands => ",";
    protected override string Point => ".";

    public override string Reveal(int place) => $"Reveal place {place}";

    public override string BestFind(string figure, string team) => $"{figure}: the best find so far, by {team}!";

    public override string KeepTheKey(string team) =>
        $"The key of {team}. Keep it: with it your team hands in from another device, and from a program. It is shown this once.";

    public override string ForTheTeam(string team) => $"For the team {team}.";

    public override string Wait(int minutes) => $"By what the last hour's took, its result is here within {minutes} min.";

    public override string Formats(string formats, string bytes, bool takesFolders) =>
        $"{formats}, at most {bytes} bytes.{(takesFolders ? " A folder of sources goes as a zip." : "")}";

    public override string More(int count) => $"; and {count} more.";

    public override IEnumerable<string> Used(Allowance allowance)
    {
        Quotas limits = allowance.Limits;
        (int Count, int? Limit, string What)[] all =
        [
            (allowance.ScoredToday, limits.ScoredADay, "scored today"), (allowance.ScoredInTotal, limits.ScoredInTotal, "scored in all"),
            (allowance.AttemptedToday, limits.AttemptedADay, "attempted today"),
            (allowance.AttemptedInTotal, limits.AttemptedInTotal, "attempted in all"),
            (allowance.InFlight, limits.InFlight, "waiting or running"),
        ];
        return all.Where(one => one.Limit is not null).Select(one => $"{one.Count} of {one.Limit} {one.What}");
    }

    public override string NotNow(Allowance allowance, DateTimeOffset now) =>
        $"Not now: {allowance.Refusal}.{(allowance.FreeAgain is { } free ? $" Again {Distance(free, now)}." : "")}";

    public override string Rank(int rank, int? before, int teams)
    {
        string place = $"Your team is {rank} of {teams}";
        return before is not { } old ? $"{place}."
            : rank < old ? $"{place}, up from {old}."
            : rank > old ? $"{place}, down from {old}."
            : $"{place}, as before.";
    }

    public override string IsABaseline(string name) => $"\"{name}\" is a baseline of this contest. Choose another name.";

    public override string ContestIsFull(int teams) => $"The contest takes {teams} teams, and has them.";

    public override string NameIsTaken(string name) =>
        $"\"{name}\", or a name that looks like it, is a team already. If it is yours, give its key; else choose another name.";

    public override string NameIsTakenHere(string name) => $"\"{name}\", or a name that looks like it, is a team of this contest already.";

    public override string KeyOfAnother(string name, string wanted) => $"This is the key of \"{name}\", not of \"{wanted}\".";

    public override string NameTooShort(int least) => $"A name has at least {least} characters.";

    public override string NameTooLong(int most, int found) => $"A name has at most {most} characters; this one has {found}.";

    public override string NotInAName(string character) =>
        $"{character} cannot stand in a name; letters, digits, spaces and . _ - ' can.";

    public override string NameIsReserved(string name) => $"\"{name}\" is reserved.";

    public override string FileTooLarge(long bytes) =>
        $"The file is larger than {Number(bytes)} bytes, the most that this contest takes. Nothing was charged.";

    public override string FileKind(string name, string formats) =>
        $"\"{name}\" is no file of a kind that is taken here. This contest takes {formats}.";

    public override string RemarkTooLong(int most, int found) => $"A remark has at most {most} characters; this one has {found}.";

    public override string Closed(string phase, DateTimeOffset since) =>
        $"{phase} is closed since {Time(since)} UTC; what arrives later is not taken.";

    public override string NotYet(string why, string where) => $"Not yet: {why}. Hand in there first: {where}.";

    public override string IsOpen(string phase) => $"{phase} is open.";

    public override string Stands(Phase phase, DateTimeOffset now)
    {
        if (now < phase.Opens)
            return $"opens {Distance(phase.Opens, now)}";
        if (phase.Closes is not { } closes)
            return "open, never ends";
        return now < closes ? $"open, ends {Distance(closes, now)}" : $"closed {Distance(closes, now)}";
    }

    public override string Distance(DateTimeOffset time, DateTimeOffset now)
    {
        string length = (time - now).Duration() switch
        {
            { TotalMinutes: < 1 } => "less than a minute",
            { TotalMinutes: < 60 } span => $"{(int)span.TotalMinutes} min",
            { TotalHours: < 48 } span => $"{(int)span.TotalHours} h",
            { TotalDays: < 730 } span => $"{(int)span.TotalDays} days",
            { } span => $"{(int)(span.TotalDays / 365.25)} years",
        };
        return time >= now ? $"in {length}" : $"{length} ago";
    }

    public override string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
