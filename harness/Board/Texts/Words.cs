using System.Globalization;
using Evaluator.Challenges;
using Evaluator.Standings.Quotas;

namespace Evaluator.Board.Texts;

/// <summary>
/// What the pages of a contest say, in the challenge's language: the people at a walk-in contest have not come to a board, but to an event.
/// What is said of the tables themselves is with the judge of tables.
/// </summary>
internal abstract class Words
{
    public static Words English { get; } = new EnglishWords();

    public static Words Dutch { get; } = new DutchWords();

    public abstract string Language { get; }

    public abstract string Contests { get; }

    public abstract string Contest { get; }

    public abstract string Help { get; }

    public abstract string People { get; }

    public abstract string Organise { get; }

    public abstract string SignIn { get; }

    public abstract string SignOut { get; }

    public abstract string ToTheContent { get; }

    public abstract string TimesAreUtc { get; }

    public abstract string Standings { get; }

    public abstract string Submissions { get; }

    public abstract string Live { get; }

    public abstract string ConnectionLost { get; }

    public abstract string NotLoaded { get; }

    public abstract string TheBest { get; }

    public abstract string Place { get; }

    public abstract string Team { get; }

    public abstract string Remark { get; }

    public abstract string AllSubmissions { get; }

    public abstract string EachTeam { get; }

    public abstract string Nobody { get; }

    public abstract string Erased { get; }

    public abstract string HandIn { get; }

    public abstract string PrizeGiving { get; }

    public abstract string Back { get; }

    public abstract string PrizeKeys { get; }

    public abstract string NoFinalYet { get; }

    public abstract string WalkIn { get; }

    public abstract string CodeOnTheWall { get; }

    public abstract string TeamName { get; }

    public abstract string TeamNameHint { get; }

    public abstract string File { get; }

    public abstract string RemarkHint { get; }

    public abstract string RemarkForTeamHint { get; }

    public abstract string HaveAKey { get; }

    public abstract string TeamKey { get; }

    public abstract string TeamKeyExpected { get; }

    public abstract string AcceptsRules { get; }

    public abstract string Rules { get; }

    public abstract string RulesTab { get; }

    public abstract string ChooseAFile { get; }

    public abstract string Arrived { get; }

    public abstract string WhatIsExpected { get; }

    public abstract string FirstLines { get; }

    public abstract string RefusedForFree { get; }

    public abstract string NothingCharged { get; }

    public abstract string AnswersUnreadable { get; }

    public abstract string NotRanked { get; }

    public abstract string EarlierIsBetter { get; }

    public abstract string UnknownCode { get; }

    public abstract string BoardIsFull { get; }

    public abstract string RemarkIsOneLine { get; }

    public abstract string FromAProgram { get; }

    public abstract string Phases { get; }

    public abstract string Phase { get; }

    public abstract string Now { get; }

    public abstract string Opens { get; }

    public abstract string Freezes { get; }

    public abstract string Closes { get; }

    public abstract string Publishes { get; }

    public abstract string TheFinal { get; }

    public abstract string Documents { get; }

    public abstract string DocumentsUntil { get; }

    public abstract string OpenUntil { get; }

    public abstract string ClosedSince { get; }

    public abstract string Never { get; }

    public abstract string Files { get; }

    public abstract string NoFiles { get; }

    public abstract string EasyStart { get; }

    public abstract string Baselines { get; }

    /// <summary>What baselines are, above their list.</summary>
    public abstract string BaselinesMean { get; }

    /// <summary>Of a baseline whose values are known, without a file of it.</summary>
    public abstract string KnownValues { get; }

    public abstract string Tags { get; }

    public abstract string ToTakePartSignUp { get; }

    public abstract string SignUp { get; }

    public abstract string ToTakePartSignIn { get; }

    public abstract string ToTakePartAccept { get; }

    public abstract string TheRules { get; }

    public abstract string MakeATeam { get; }

    public abstract string YourTeam { get; }

    public abstract string ReadsAToken { get; }

    public abstract SubmissionWords Submission { get; }

    /// <summary>What a contest's page says of its promised answers.</summary>
    public abstract AnswerWords Answers { get; }

    public abstract RewardWords Rewards { get; }

    public abstract ModelWords Models { get; }

    protected abstract string Thousands { get; }

    protected abstract string Point { get; }

    public static Words Of(Challenge challenge) => challenge.Language == Dutch.Language ? Dutch : English;

    public abstract string Reveal(int place);

    /// <summary>The headline of the board on the wall.</summary>
    public abstract string BestFind(string figure, string team);

    public abstract string KeepTheKey(string team);

    public abstract string ForTheTeam(string team);

    /// <summary>How long it takes until what is handed in now has its result.</summary>
    public abstract string Wait(int minutes);

    public abstract string Formats(string formats, string bytes, bool takesFolders);

    public abstract string More(int count);

    /// <summary>What a team has used of its quotas, a line each; none where nothing is limited.</summary>
    public abstract IEnumerable<string> Used(Allowance allowance);

    /// <summary>Why a team's quotas let it hand in nothing now.</summary>
    public abstract string NotNow(Allowance allowance, DateTimeOffset now);

    /// <summary>The team's rank after a submission.</summary>
    /// <param name="rank">Its rank now.</param>
    /// <param name="before">Its rank before; null where it had none.</param>
    /// <param name="teams">How many are ranked.</param>
    public abstract string Rank(int rank, int? before, int teams);

    public abstract string IsABaseline(string name);

    public abstract string ContestIsFull(int teams);

    public abstract string NameIsTaken(string name);

    public abstract string NameIsTakenHere(string name);

    public abstract string KeyOfAnother(string name, string wanted);

    public abstract string NameTooShort(int least);

    public abstract string NameTooLong(int most, int found);

    public abstract string NotInAName(string character);

    public abstract string NameMixesScripts { get; }

    public abstract string NameNeedsLetters { get; }

    public abstract string NameIsReserved(string name);

    public abstract string FileTooLarge(long bytes);

    public abstract string FileKind(string name, string formats);

    public abstract string RemarkTooLong(int most, int found);

    public abstract string Closed(string phase, DateTimeOffset since);

    /// <summary>A gate that is shut: what it asks for, and where.</summary>
    public abstract string NotYet(string why, string where);

    public abstract string IsOpen(string phase);

    /// <summary>Where a phase stands: open, and when it ends.</summary>
    public abstract string Stands(Phase phase, DateTimeOffset now);

    /// <summary>"in 3 h", "12 min ago".</summary>
    public abstract string Distance(DateTimeOffset time, DateTimeOffset now);

    /// <summary>A moment without its zone, UTC.</summary>
    public abstract string Time(DateTimeOffset time);

    public string Number(long number) => number.ToString("N0", Format(0));

    /// <summary>A value as the language writes it, with its unit: <c>2.300 kg</c>.</summary>
    public string Figure(decimal? value, Column column) => value is { } number
        ? number.ToString("N", Format(column.Decimals)) + (column.Unit is null ? "" : "\u00A0" + column.Unit)
        : "–";

    private NumberFormatInfo Format(int decimals) => new()
    {
        NumberGroupSeparator = Thousands,
        NumberDecimalSeparator = Point,
        NumberGroupSizes = [3],
        NumberDecimalDigits = decimals,
        NegativeSign = "−",
    };
}
