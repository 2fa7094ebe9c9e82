using System.Globalization;
using Evaluator.Challenges;
using Evaluator.Standings.Quotas;

namespace Evaluator.Board.Texts;

/// <summary>Dutch.</summary>
internal sealed class DutchWords : Words
{
    // Names of months come from here: a machine without cultures has English ones only.
    private static readonly string[] Months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    public override string Language => "nl";
    public override string Contests => "Wedstrijden";
    public override string Contest => "Wedstrijd";
    public override string People => "Mensen";
    public override string Help => "Hulp";
    public override string Organise => "Organiseren";
    public override string SignIn => "Aanmelden";
    public override string SignOut => "Afmelden";
    public override string ToTheContent => "Naar de inhoud";
    public override string TimesAreUtc => "Alle tijden zijn UTC";
    public override string Standings => "Stand";
    public override string Submissions => "Inzendingen";
    public override string Live => "Live: wat verandert, verschijnt vanzelf.";
    public override string ConnectionLost => "De verbinding is weg; er wordt opnieuw geprobeerd. Wat je ziet, kan oud zijn.";
    public override string NotLoaded => "De laatste verandering kon niet worden geladen; laad de pagina opnieuw.";
    public override string TheBest => "De besten";
    public override string Place => "Plaats";
    public override string Team => "Team";
    public override string Remark => "Opmerking";
    public override string AllSubmissions => "De 200 beste inzendingen";
    public override string EachTeam => "De beste van elk team";
    public override string Nobody => "Er staat nog niemand op het bord. De eerste vondst verschijnt hier vanzelf.";
    public override string Erased => "gewist";
    public override string HandIn => "Inleveren";
    public override string PrizeGiving => "Prijsuitreiking";
    public override string Back => "Verberg weer";
    public override string PrizeKeys => "Spatie, Enter, → of Page Down onthult de volgende plaats; ← of Page Up verbergt hem weer.";
    public override string NoFinalYet => "Het laatste deel is nog niet beoordeeld.";
    public override string WalkIn => "Een naam voor je team en een bestand, meer is er niet nodig.";
    public override string CodeOnTheWall => "Code aan de muur";
    public override string TeamName => "De naam van je team";
    public override string TeamNameHint => "Met het eerste bestand dat goed is, is de naam van jullie.";
    public override string File => "Bestand";
    public override string RemarkHint => "Eén regel, voor iedereen op het bord te lezen. Mag leeg blijven.";
    public override string RemarkForTeamHint => "Eén regel, voor jou en je team. Mag leeg blijven.";
    public override string HaveAKey => "Ons team heeft al eens ingeleverd, op een ander apparaat";
    public override string TeamKey => "De sleutel van het team";
    public override string TeamKeyExpected => "De sleutel van een team begint met evb_ en heeft 47 tekens; kopieer hem helemaal.";
    public override string AcceptsRules => "Wie inlevert, gaat akkoord met de";
    public override string Rules => "regels";
    public override string RulesTab => "Regels";
    public override string ChooseAFile => "Kies een bestand.";
    public override string Arrived => "Het is aangekomen, en gaat niet verloren.";
    public override string WhatIsExpected => "Wat er wordt verwacht";
    public override string FirstLines => "Eerste regels die zouden worden aangenomen:";
    public override string RefusedForFree => "Een tabel met een fout krijg je terug met de regels waar het misgaat, en kost niets.";
    public override string NothingCharged => "Het heeft niets gekost.";
    public override string AnswersUnreadable =>
        "De antwoorden van deze wedstrijd zijn niet te lezen, dus er kan niets worden beoordeeld: een fout van de organisatie. "
        + "Het heeft niets gekost.";
    public override string NotRanked => "Jullie team staat niet in de stand.";
    public override string EarlierIsBetter => "Een eerdere van jullie is beter.";
    public override string UnknownCode => "Dit is niet de code aan de muur, of hij is op. Vraag het de organisatie.";
    public override string BoardIsFull => "Dit bord heeft zoveel teams als het aankan. Vraag het de organisatie.";
    public override string RemarkIsOneLine => "Een opmerking is één regel tekst zonder stuurtekens.";
    public override string FromAProgram => "Vanuit een programma";
    public override string NameMixesScripts => "Een woord van een naam houdt zich aan één schrift; dit mengt letters die op elkaar lijken.";
    public override string NameNeedsLetters => "Een naam heeft ten minste twee letters of cijfers nodig.";
    public override string Phases => "Fasen";
    public override string Phase => "Fase";
    public override string Now => "Nu";
    public override string Opens => "Opent";
    public override string Freezes => "Bevriest";
    public override string Closes => "Sluit";
    public override string Publishes => "Openbaar";
    public override string TheFinal => "De finale";
    public override string Documents => "Documenten";
    public override string DocumentsUntil => "Documenten tot";
    public override string OpenUntil => "Open tot";
    public override string ClosedSince => "Gesloten sinds";
    public override string Never => "nooit";
    public override string Files => "Bestanden";
    public override string NoFiles => "Deze wedstrijd deelt geen bestanden uit.";
    public override string EasyStart => "Zo begin je:";
    public override string Baselines => "Vaste punten";
    public override string BaselinesMean => "Om mee te vergelijken: elk heeft een eigen rij in de stand, en neemt geen plaats in.";
    public override string KnownValues => "de waarden ervan zijn bekend";
    public override string Tags => "Trefwoorden";
    public override string ToTakePartSignUp => "Doe mee: maak een account.";
    public override string SignUp => "Account maken";
    public override string ToTakePartSignIn => "Doe mee: meld je aan, of gebruik de link die je hebt gekregen.";
    public override string ToTakePartAccept => "Doe mee: lees de regels en ga akkoord.";
    public override string TheRules => "De regels";
    public override string MakeATeam => "Maak een team, desnoods van één persoon, of ga bij een team met de link van de captain.";
    public override string YourTeam => "Jullie team";
    public override string ReadsAToken => "Het leest een token uit een bestand of een variabele:";
    public override SubmissionWords Submission { get; } = new DutchSubmissionWords();
    public override RewardWords Rewards => RewardWords.Dutch;
    public override AnswerWords Answers => AnswerWords.Dutch;
    public override ModelWords Models => ModelWords.Dutch;

    protected override string Thousands => ".";
    protected override string Point => ",";

    public override string Reveal(int place) => $"Onthul plaats {place}";

    public override string BestFind(string figure, string team) => $"{figure}: de beste vondst tot nu toe, van {team}!";

    public override string KeepTheKey(string team) =>
        $"De sleutel van {team}. Bewaar hem: daarmee levert je team in vanaf een ander apparaat of vanuit een programma. "
        + "Je ziet hem alleen nu.";

    public override string ForTheTeam(string team) => $"Voor het team {team}.";

    public override string Wait(int minutes) => $"Naar wat het laatste uur duurde, is de uitslag er binnen {minutes} min.";

    public override string Formats(string formats, string bytes, bool takesFolders) =>
        $"{formats}, hoogstens {bytes} bytes.{(takesFolders ? " Een map met bronnen gaat als zip." : "")}";

    public override string More(int count) => $"; en nog {count}.";

    public override IEnumerable<string> Used(Allowance allowance)
    {
        Quotas limits = allowance.Limits;
        (int Count, int? Limit, string What)[] all =
        [
            (allowance.ScoredToday, limits.ScoredADay, "vandaag met score"),
            (allowance.ScoredInTotal, limits.ScoredInTotal, "in totaal met score"),
            (allowance.AttemptedToday, limits.AttemptedADay, "pogingen vandaag"),
            (allowance.AttemptedInTotal, limits.AttemptedInTotal, "pogingen in totaal"),
            (allowance.InFlight, limits.InFlight, "wachten of lopen"),
        ];
        return all.Where(one => one.Limit is not null).Select(one => $"{one.Count} van {one.Limit} {one.What}");
    }

    public override string NotNow(Allowance allowance, DateTimeOffset now)
    {
        Quotas limits = allowance.Limits;
        string why = allowance.InFlight >= limits.InFlight
            ? $"er wachten er al {allowance.InFlight}, en meer dan {limits.InFlight} mag niet"
            : allowance.ScoredInTotal >= limits.ScoredInTotal ? $"alle {limits.ScoredInTotal} inzendingen van deze fase zijn op"
            : allowance.AttemptedInTotal >= limits.AttemptedInTotal ? $"alle {limits.AttemptedInTotal} pogingen van deze fase zijn op"
            : allowance.ScoredToday >= limits.ScoredADay ? $"alle {limits.ScoredADay} inzendingen van vandaag zijn op"
            : $"alle {limits.AttemptedADay} pogingen van vandaag zijn op";
        return $"Nu niet: {why}.{(allowance.FreeAgain is { } free ? $" Weer {Distance(free, now)}." : "")}";
    }

    public override string Rank(int rank, int? before, int teams)
    {
        string place = $"Jullie team is nummer {rank} van {teams}";
        return before is not { } old ? $"{place}."
            : rank < old ? $"{place}, en was {old}."
            : rank > old ? $"{place}, en was {old}."
            : $"{place}, zoals het was.";
    }

    public override string IsABaseline(string name) => $"\"{name}\" is een vast punt van deze wedstrijd. Kies een andere naam.";

    public override string ContestIsFull(int teams) => $"De wedstrijd heeft plaats voor {teams} teams, en die zijn er.";

    public override string NameIsTaken(string name) =>
        $"\"{name}\", of een naam die erop lijkt, is al een team. Is het van jullie, geef dan de sleutel; kies anders een andere naam.";

    public override string NameIsTakenHere(string name) => $"\"{name}\", of een naam die erop lijkt, is al een team van deze wedstrijd.";

    public override string KeyOfAnother(string name, string wanted) => $"Dit is de sleutel van \"{name}\", niet van \"{wanted}\".";

    public override string NameTooShort(int least) => $"Een naam heeft ten minste {least} tekens.";

    public override string NameTooLong(int most, int found) => $"Een naam heeft hoogstens {most} tekens; deze heeft er {found}.";

    public override string NotInAName(string character) =>
        $"{character} kan niet in een naam staan; letters, cijfers, spaties en . _ - ' wel.";

    public override string NameIsReserved(string name) => $"\"{name}\" is al vergeven.";

    public override string FileTooLarge(long bytes) =>
        $"Het bestand is groter dan {Number(bytes)} bytes, en meer neemt deze wedstrijd niet aan. Het heeft niets gekost.";

    public override string FileKind(string name, string formats) =>
        $"\"{name}\" is geen soort bestand dat hier wordt aangenomen. Deze wedstrijd neemt {formats}.";

    public override string RemarkTooLong(int most, int found) => $"Een opmerking heeft hoogstens {most} tekens; deze heeft er {found}.";

    public override string Closed(string phase, DateTimeOffset since) =>
        $"{phase} is gesloten sinds {Time(since)} UTC; wat later komt, wordt niet aangenomen.";

    public override string NotYet(string why, string where) => $"Nog niet: {why}. Lever eerst daar in: {where}.";

    public override string IsOpen(string phase) => $"{phase} is open.";

    public override string Stands(Phase phase, DateTimeOffset now)
    {
        if (now < phase.Opens)
            return $"opent {Distance(phase.Opens, now)}";
        if (phase.Closes is not { } closes)
            return "open, zonder einde";
        return now < closes ? $"open, sluit {Distance(closes, now)}" : $"gesloten, {Distance(closes, now)}";
    }

    public override string Distance(DateTimeOffset time, DateTimeOffset now)
    {
        string length = (time - now).Duration() switch
        {
            { TotalMinutes: < 1 } => "minder dan een minuut",
            { TotalMinutes: < 60 } span => $"{(int)span.TotalMinutes} min",
            { TotalHours: < 48 } span => $"{(int)span.TotalHours} uur",
            { TotalDays: < 730 } span => $"{(int)span.TotalDays} dagen",
            { } span => $"{(int)(span.TotalDays / 365.25)} jaar",
        };
        return time >= now ? $"over {length}" : $"{length} geleden";
    }

    public override string Time(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{time.UtcDateTime:%d} {Months[time.UtcDateTime.Month - 1]} {time.UtcDateTime:yyyy, HH:mm}");
}
