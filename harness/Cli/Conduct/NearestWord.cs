namespace Evaluator.Cli.Conduct;

/// <summary>What somebody perhaps meant by a word that is not known.</summary>
internal static class NearestWord
{
    /// <summary>The most letters that may be wrong, missing or too many in a word that is still taken for a slip.</summary>
    private const int LargestSlip = 3;

    /// <summary>", did you mean …?" of the nearest word, where one is near; nothing otherwise.</summary>
    public static string Meant(string word, IEnumerable<string> known)
    {
        string? nearest = known.MinBy(one => Distance(word, one));
        int slip = Math.Min(LargestSlip, word.Trim('-').Length / 2);
        return nearest is not null && (Distance(word, nearest) <= slip || nearest.StartsWith(word, StringComparison.Ordinal))
            ? $"; did you mean {nearest}?"
            : "";
    }

    /// <summary>Levenshtein's distance: letters put in, left out or exchanged.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
