using System.Globalization;
using System.Text;
using Evaluator.Board.Texts;

namespace Evaluator.Board.People;

/// <summary>
/// A name that people see: of a person or a team. Two names are the same when their keys are: after NFKC, case folding, without marks,
/// spaces and punctuation, and with look-alikes
/// of other scripts and digits taken for the Latin letter they look like. So nobody is "Аda" (Cyrillic A) beside "Ada".
/// </summary>
/// <remarks>
/// The idea of a skeleton is that of Unicode's technical standard 39; its full table has 6,000 pairs. Here are the letters of Greek,
/// Cyrillic and Armenian that a usual font draws like a Latin one,
/// and names that mix scripts in one word are refused, which covers what the table leaves out.
/// </remarks>
internal static class Name
{
    public const int LeastLength = 2;
    public const int MostLength = 40;

    // Pairs: a letter after case folding, the Latin one it looks like.
    private const string LookAlikes =
        "аa вb сc ԁd еe һh іl їl јj кk ӏl мm нh оo рp ԛq гr ѕs тt уy хx ѵv ԝw зe ьb "
        + "αa βb γy εe ηn ιl κk νv οo ρp σo τt υu χx ωw μu "
        + "հh ոn սu օo ցg քp զq "
        + "łl đd ħh ıl ĸk ŋn ŧt ſs əe ɑa ɡg øo ßs 0o 1l il";

    private static readonly Dictionary<char, char> Looks = Pairs();

    /// <summary>Names that nobody may take: they would be believed.</summary>
    private static readonly HashSet<string> Reserved =
        [.. ((string[])["organiser", "organizer", "admin", "administrator", "baseline", "board", "evaluator", "erased", "jury", "judge",
            "system", "root", "moderator"]).Select(KeyOf)];

    /// <summary>Why a text cannot be a name, in English or the words given; null where it can.</summary>
    public static string? Fault(string? text, Words? language = null)
    {
        Words words = language ?? Words.English;
        string name = Tidy(text);
        if (name.Length < LeastLength)
            return words.NameTooShort(LeastLength);
        if (name.Length > MostLength)
            return words.NameTooLong(MostLength, name.Length);
        foreach (Rune rune in name.EnumerateRunes())
            if (!IsAllowed(rune))
                return words.NotInAName($"U+{rune.Value:X4}");
        if (MixesScripts(name))
            return words.NameMixesScripts;
        string key = KeyOf(name);
        if (key.Length < LeastLength)
            return words.NameNeedsLetters;
        return Reserved.Contains(key) ? words.NameIsReserved(name) : null;
    }

    /// <summary>The name as it is kept and shown: composed, inner spaces single, none around.</summary>
    public static string Tidy(string? text) => IsWellFormed(text)
        ? string.Join(' ', text!.Normalize(NormalizationForm.FormC).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        : "";

    /// <summary>What two names that are the same to the eye have in common.</summary>
    public static string KeyOf(string name)
    {
        StringBuilder key = new(name.Length);
        foreach (char letter in name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant()
            .Normalize(NormalizationForm.FormKD))
        {
            char seen = Looks.GetValueOrDefault(letter, letter);
            if (char.IsLetterOrDigit(seen) || char.IsSurrogate(seen))
                key.Append(seen);
        }
        return key.ToString();
    }

    private static bool IsWellFormed(string? text)
    {
        for (int place = 0; place < text?.Length; place++)
            if (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
                place++;
            else if (char.IsSurrogate(text[place]))
                return false;
        return text is not null;
    }

    private static bool IsAllowed(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '_' or '-' or '\''
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool MixesScripts(string name)
    {
        foreach (string word in name.Split(' '))
        {
            HashSet<string> scripts = [];
            foreach (char letter in word)
                if (char.IsLetter(letter) && ScriptOf(letter) is { } script)
                    scripts.Add(script);
            if (scripts.Count > 1)
                return true;
        }
        return false;
    }

    // Only the scripts whose letters are mistaken for each other; Japanese rightly mixes three others in a word.
    private static string? ScriptOf(char letter) => letter switch
    {
        < '\u0250' => "Latin",
        >= '\u1E00' and < '\u1F00' => "Latin",
        >= '\u0370' and < '\u0400' => "Greek",
        >= '\u1F00' and < '\u2000' => "Greek",
        >= '\u0400' and < '\u0530' => "Cyrillic",
        >= '\u0530' and < '\u0590' => "Armenian",
        >= '\u13A0' and < '\u1400' => "Cherokee",
        _ => null,
    };

    private static Dictionary<char, char> Pairs() => LookAlikes.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);
}
