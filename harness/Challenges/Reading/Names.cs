namespace Evaluator.Challenges.Reading;

/// <summary>What names may look like.</summary>
public static class Names
{
    internal const string ForAddresses = "small letters, digits and hyphens, a letter first, at most 40";
    internal const string ForColumns = "letters, digits and underscores, a letter first, at most 40";

    /// <summary>A name in addresses: <c>boston</c>, <c>phase-1</c>.</summary>
    public static bool IsForAddresses(string name) =>
        name.Length is > 0 and <= 40 && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>A name in formulas: <c>score</c>, <c>cpuSeconds</c>.</summary>
    public static bool IsForColumns(string name) =>
        name.Length is > 0 and <= 40 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
