using Evaluator.Challenges.Reading;

namespace Evaluator.Challenges.Tables;

/// <summary>The keys of the test table, for whoever has no answers.</summary>
public static class TestKeys
{
    /// <summary>Reads them from the test table that the challenge names.</summary>
    /// <returns>Null where it names none: then keys can't be known.</returns>
    /// <exception cref="ChallengeFaultsException">The test table can't be read, or has no such column.</exception>
    public static IReadOnlyList<string>? Read(ChallengeFolder folder)
    {
        if (folder.Challenge.Table is not { Test: { } test } task)
            return null;
        using FileStream bytes = File.OpenRead(folder.FileOf(test));
        return Read(bytes, task.Key, $"{ChallengeFolder.FilesFolder}/{test}");
    }

    private static IReadOnlyList<string> Read(Stream bytes, string key, string file)
    {
        TableFaults faults = new(TableWords.English);
        using TableRows rows = TableRows.Open(bytes, long.MaxValue, faults);
        int field = Array.IndexOf(rows.Header, key);
        if (field < 0 && !faults.Any)
            throw new ChallengeFaultsException([new ChallengeFault(file, 1, $"no column `{key}`", "the key column of the challenge")]);
        List<string> keys = [];
        while (field >= 0 && rows.Next())
        {
            if (field < rows.Fields)
                keys.Add(rows.Field(field).ToString());
        }
        if (!faults.Any)
            return keys;
        throw new ChallengeFaultsException(
            [.. faults.ToList().Select(fault => new ChallengeFault(file, 0, fault.ToString(), "a UTF-8 CSV"))]);
    }
}
