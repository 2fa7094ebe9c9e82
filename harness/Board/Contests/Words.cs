using System.Globalization;
using Evaluator.Challenges;

namespace Evaluator.Board.Contests;

/// <summary>What the walk-in pages say, in the challenge's language: the people at such a contest have not come to a board, but to an
/// event.</summary>
internal sealed record Words
{
    public required string Language { get; init; }

    public required string Thousands { get; init; }

    public required string TheBest { get; init; }

    public required string Place { get; init; }

    public required string Team { get; init; }

    public required string Remark { get; init; }

    public required string AllSubmissions { get; init; }

    public required string EachTeam { get; init; }

    public required string Nobody { get; init; }

    public required string HandIn { get; init; }

    public required string PrizeGiving { get; init; }

    public required string Next { get; init; }

    public required string Back { get; init; }

    public required string WalkIn { get; init; }

    public required string CodeOnTheWall { get; init; }

    public required string TeamName { get; init; }

    public required string TeamNameHint { get; init; }

    public required string File { get; init; }

    public required string RemarkHint { get; init; }

    public required string HaveAKey { get; init; }

    public required string TeamKey { get; init; }

    public required string AcceptsRules { get; init; }

    public required string Rules { get; init; }

    public required string ChooseAFile { get; init; }

    public required string KeepTheKey { get; init; }

    public required string Arrived { get; init; }

    /// <summary>{0} the value, {1} the team.</summary>
    public required string BestFind { get; init; }

    public static Words English { get; } = new()
    {
        Language = "en",
        Thousands = ",",
        TheBest = "The best",
        Place = "Place",
        Team = "Team",
        Remark = "Remark",
        AllSubmissions = "The 200 best submissions",
        EachTeam = "The best of each team",
        Nobody = "Nobody is on the board yet. The first find appears here by itself.",
        HandIn = "Hand in",
        PrizeGiving = "Prize-giving",
        Next = "Reveal place {0}",
        Back = "Hide it again",
        WalkIn = "A name for your team and a file are all that it takes.",
        CodeOnTheWall = "Code on the wall",
        TeamName = "Your team's name",
        TeamNameHint = "The first file that is accepted makes it yours.",
        File = "File",
        RemarkHint = "One line, for all to read. May be empty.",
        HaveAKey = "Our team has handed in before, on another device",
        TeamKey = "The team's key",
        AcceptsRules = "Who hands in accepts the",
        Rules = "rules",
        Arrived = "It has arrived, and will not be lost.",
        ChooseAFile = "Choose a file.",
        KeepTheKey =
            "The key of {0}. Keep it: with it your team hands in from another device, and from a program. It is shown this once.",
        BestFind = "{0}: the best find so far, by {1}!",
    };

    public static Words Dutch { get; } = new()
    {
        Language = "nl",
        Thousands = ".",
        TheBest = "De besten",
        Place = "Plaats",
        Team = "Team",
        Remark = "Opmerking",
        AllSubmissions = "De 200 beste inzendingen",
        EachTeam = "De beste van elk team",
        Nobody = "Er staat nog niemand op het bord. De eerste vondst verschijnt hier vanzelf.",
        HandIn = "Inleveren",
        PrizeGiving = "Prijsuitreiking",
        Next = "Onthul plaats {0}",
        Back = "Verberg weer",
        WalkIn = "Een naam voor je team en een bestand, meer is er niet nodig.",
        CodeOnTheWall = "Code aan de muur",
        TeamName = "De naam van je team",
        TeamNameHint = "Met het eerste bestand dat goed is, is de naam van jullie.",
        File = "Bestand",
        RemarkHint = "Eén regel, voor iedereen te lezen. Mag leeg blijven.",
        HaveAKey = "Ons team heeft al eens ingeleverd, op een ander apparaat",
        TeamKey = "De sleutel van het team",
        AcceptsRules = "Wie inlevert, gaat akkoord met de",
        Rules = "regels",
        Arrived = "Het is aangekomen, en gaat niet verloren.",
        ChooseAFile = "Kies een bestand.",
        KeepTheKey = "De sleutel van {0}. Bewaar hem: daarmee levert je team in vanaf een ander apparaat of vanuit een programma. Je "
                + "ziet hem alleen nu.",
        BestFind = "{0}: de beste vondst tot nu toe, van {1}!",
    };

    public static Words Of(Challenge challenge) => challenge.Language == Dutch.Language ? Dutch : English;

    /// <summary>A value as the language writes it, with its unit: <c>2.300 kg</c>.</summary>
    public string Figure(decimal? value, Column column)
    {
        if (value is not { } number)
            return "–";
        NumberFormatInfo format = new()
        {
            NumberGroupSeparator = Thousands,
            NumberDecimalSeparator = Thousands == "." ? "," : ".",
            NumberGroupSizes = [3],
            NumberDecimalDigits = column.Decimals,
            NegativeSign = "−",
        };
        return number.ToString("N", format) + (column.Unit is null ? "" : "\u00A0" + column.Unit);
    }
}
