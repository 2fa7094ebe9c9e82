using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Challenges.Drafting;

/// <summary>
/// Which rows are provisional and which final: three in ten and the rest, in each stratum of the truth (a class, or a tenth of the
/// numbers).
/// A row's place follows from its key and the secret seed alone (HMAC-SHA256), so that the split can be made again and nobody can guess it.
/// </summary>
internal sealed class AnswerSplit(byte[] seed)
{
    public const string Provisional = "provisional", Final = "final", Column = "set";

    private const int Tenths = 10, ProvisionalTenths = 3, MostStrata = 20;

    /// <summary>A set a row.</summary>
    public string[] Sets(ColumnProfile key, ColumnProfile truth)
    {
        string[] sets = new string[key.Texts.Count];
        foreach (IGrouping<string, int> stratum in Enumerable.Range(0, sets.Length).GroupBy(Stratum(truth), StringComparer.Ordinal))
        {
            int[] rows = [.. Shuffled(key, stratum)];
            // Rounded to the nearest, and where a stratum has two rows at least, each set has one of it.
            int provisional = (rows.Length * ProvisionalTenths + Tenths / 2) / Tenths;
            provisional = rows.Length < 2 ? provisional : Math.Clamp(provisional, 1, rows.Length - 1);
            for (int place = 0; place < rows.Length; place++)
                sets[rows[place]] = place < provisional ? Provisional : Final;
        }
        return sets;
    }

    /// <summary>Rows in an order that tells nothing of the answers.</summary>
    public IEnumerable<int> Shuffled(ColumnProfile key, IEnumerable<int> rows) =>
        rows.OrderBy(row => Convert.ToHexString(HMACSHA256.HashData(seed, Encoding.UTF8.GetBytes(key.Texts[row]))), StringComparer.Ordinal);

    private static Func<int, string> Stratum(ColumnProfile truth)
    {
        if (!truth.IsNumeric || truth.Distinct <= MostStrata)
            return row => truth.Texts[row];
        double[] sorted = [.. truth.Numbers.Order()];
        double[] bounds = [.. Enumerable.Range(1, Tenths - 1).Select(tenth => sorted[sorted.Length * tenth / Tenths])];
        return row => bounds.Count(bound => truth.Numbers[row] >= bound).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
