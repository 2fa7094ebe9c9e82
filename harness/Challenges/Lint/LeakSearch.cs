using System.IO.Compression;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;

namespace Evaluator.Challenges.Lint;

/// <summary>
/// Looks for answers in what competitors download: a column of any table there, zipped or not, that says for the keys of the test table
/// what the
/// answers say. A column that is the same in nearly every row says nothing, so only rows count whose answer is not the commonest one.
/// </summary>
internal sealed class LeakSearch
{
    /// <summary>The share of rows that must agree before a column is called a leak, and the fewest rows that say anything.</summary>
    private const double LeakingShare = 0.9;
    private const int FewestRows = 5;

    private readonly string key;
    private readonly IReadOnlyList<(string Column, Dictionary<string, string> Answers)> secrets;

    public LeakSearch(string key, IReadOnlyList<(string Column, Dictionary<string, string> Answers)> secrets)
    {
        this.key = key;
        this.secrets = [.. secrets.Select(secret => (secret.Column, WithoutCommonest(secret.Answers)))];
    }

    /// <summary>Searches a file, or each file in a zip.</summary>
    public IReadOnlyList<LintFinding> Search(string path, string name)
    {
        List<LintFinding> findings = [];
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                using ZipArchive zip = ZipFile.OpenRead(path);
                foreach (ZipArchiveEntry entry in zip.Entries)
                {
                    using Stream bytes = entry.Open();
                    findings.AddRange(Search(bytes, $"{name}!{entry.FullName}"));
                }
            }
            catch (InvalidDataException unreadable)
            {
                findings.Add(new LintFinding(
                    false, new ChallengeFault(name, 0, $"no zip ({unreadable.Message})", "a zip that can be unpacked")));
            }
            return findings;
        }
        using FileStream file = File.OpenRead(path);
        bool isPacked = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        using Stream plain = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        findings.AddRange(Search(plain, name));
        return findings;
    }

    private IReadOnlyList<LintFinding> Search(Stream bytes, string name)
    {
        TableFaults unreadable = new(TableWords.English);
        using TableRows rows = TableRows.Open(bytes, long.MaxValue, unreadable);
        int keyField = Array.IndexOf(rows.Header, key);
        if (keyField < 0)
            return [];
        int[,] seen = new int[rows.Header.Length, secrets.Count], agreeing = new int[rows.Header.Length, secrets.Count];
        while (rows.Next())
        {
            if (rows.Fields == rows.Header.Length)
                Compare(rows, keyField, seen, agreeing);
        }
        return [.. Leaks(rows.Header, keyField, seen, agreeing, name)];
    }

    private void Compare(TableRows rows, int keyField, int[,] seen, int[,] agreeing)
    {
        string rowKey = rows.Field(keyField).ToString();
        for (int secret = 0; secret < secrets.Count; secret++)
        {
            if (!secrets[secret].Answers.TryGetValue(rowKey, out string? answer))
                continue;
            for (int field = 0; field < rows.Fields; field++)
            {
                seen[field, secret]++;
                agreeing[field, secret] += AreEqual(rows.Field(field), answer) ? 1 : 0;
            }
        }
    }

    private IEnumerable<LintFinding> Leaks(string[] header, int keyField, int[,] seen, int[,] agreeing, string name)
    {
        for (int field = 0; field < header.Length; field++)
        {
            for (int secret = 0; secret < secrets.Count && field != keyField; secret++)
            {
                int rows = seen[field, secret], equal = agreeing[field, secret];
                if (rows == 0 || rows < Math.Min(FewestRows, secrets[secret].Answers.Count) || equal < LeakingShare * rows)
                    continue;
                string column = TableFaults.Shown(header[field]);
                yield return new LintFinding(true, new ChallengeFault(name, 1,
                    $"the column `{column}` says the answers' `{secrets[secret].Column}` in {equal} of {rows} rows",
                    "no answers in what competitors download"));
            }
        }
    }

    private static bool AreEqual(ReadOnlySpan<char> text, string answer) => text.SequenceEqual(answer)
        || (TableNumber.Read(text, out double one) is null && TableNumber.Read(answer, out double other) is null && one == other);

    private static Dictionary<string, string> WithoutCommonest(Dictionary<string, string> answers)
    {
        string? commonest = answers.Values.CountBy(answer => answer).OrderByDescending(count => count.Value).FirstOrDefault().Key;
        int share = answers.Values.Count(answer => answer == commonest);
        return share <= 1 ? answers
            : answers.Where(row => row.Value != commonest).ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
    }
}
