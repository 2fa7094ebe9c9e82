using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Standings.Canonical;

namespace Evaluator.Standings.Tables;

/// <summary>A team's place in a table before it is ranked: its best submission there.</summary>
/// <param name="SubmissionSeq">The earlier one stands first among equals; it never makes a rank.</param>
/// <param name="Values">A value for each column, as the table shows it; null where there is none.</param>
/// <param name="Gain">A ladder's gain over the baseline, in percent; null where the release is no ladder.</param>
/// <param name="Entries">How many submissions the team has handed in to the phase, as far as the table shows.</param>
/// <param name="Last">When the last of them was accepted.</param>
internal sealed record TableRow(
    string Team, string Submission, long SubmissionSeq, decimal?[] Values, decimal? Gain, int Entries, DateTimeOffset Last)
{
    public const int PrintBytes = 16;

    private byte[]? print;

    /// <summary>A hash of what the row shows. Computed once: of ten thousand rows a new result changes one.</summary>
    public ReadOnlySpan<byte> Print => print ??= Printed();

    /// <summary>Values as one text, the same in every culture.</summary>
    public static string Said(IEnumerable<decimal?> values) =>
        string.Join(' ', values.Select(value => value is { } number ? DecimalText.Of(number) : "-"));

    private byte[] Printed()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{Team} {Submission} {Entries} {Gain} {Said(Values)}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text))[..PrintBytes];
    }
}
