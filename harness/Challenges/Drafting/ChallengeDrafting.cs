using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;

namespace Evaluator.Challenges.Drafting;

/// <summary>
/// Makes a challenge folder of a table of answers: looks at it, proposes shape, metric and split, and writes a folder that works at once.
/// </summary>
public static class ChallengeDrafting
{
    private const string SampleFile = "sample_submission.csv", SeedFile = "seed.txt";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the folder.</summary>
    /// <param name="folder">A folder that does not exist, or an empty one.</param>
    /// <param name="answers">The answers, a CSV.</param>
    /// <param name="testTable">The test table that competitors get; null to write one of the keys alone.</param>
    /// <param name="wishes">What is not to be proposed.</param>
    /// <exception cref="DraftException">No challenge can be made of these answers, or something stands in the folder.</exception>
    public static DraftedChallenge Write(string folder, Stream answers, string? testTable, DraftWishes wishes)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new DraftException($"{folder} is not empty; a new or an empty folder was expected. Nothing was touched.");
        ChallengeDraft draft = ChallengeDraft.Propose(AnswerProfile.Read(answers), wishes);
        AnswerSplit split = new(wishes.Seed);
        string[]? sets = draft.Answers.Set is not null || wishes.IsOneSet ? null : split.Sets(draft.Key, draft.Truth);
        string[] keys = [.. split.Shuffled(draft.Key, Enumerable.Range(0, draft.Answers.Rows)).Select(row => draft.Key.Texts[row])];
        // Beside the place first, so that a folder is there whole or not at all.
        string part = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.part";
        try
        {
            WriteFiles(part, draft, sets, keys, testTable);
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(part, folder);
        }
        finally
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
        }
        return new DraftedChallenge(folder, [.. draft.Reasons, SetsReason(draft, sets)],
        [
            (ChallengeFolder.Definition, "what is handed in, metrics, phases: change it as you like"),
            (ChallengeFolder.StoryFile, "what the contest is about"),
            (DraftDefinition.RulesFile, "its rules"),
            (Test, testTable is null ? "the keys to predict; add what is known of them" : "the test table"),
            (Sample, "a submission that is accepted"),
            (ChallengeFolder.SecretFolder, "the answers with their sets, and the seed of the split: never served"),
        ]);
    }

    private static string Test => Path.Combine(ChallengeFolder.FilesFolder, DraftDefinition.TestFile);

    private static string Sample => Path.Combine(ChallengeFolder.FilesFolder, SampleFile);

    private static string Answers => Path.Combine(ChallengeFolder.SecretFolder, DraftDefinition.AnswersFile);

    private static void WriteFiles(string folder, ChallengeDraft draft, string[]? sets, string[] keys, string? testTable)
    {
        string secret = Path.Combine(folder, ChallengeFolder.SecretFolder);
        Directory.CreateDirectory(Path.Combine(folder, ChallengeFolder.FilesFolder));
        Directory.CreateDirectory(secret);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Write(folder, ChallengeFolder.Definition, DraftDefinition.Of(draft, sets).ToJsonString(Readable) + "\n");
        Write(folder, ChallengeFolder.StoryFile, Story(draft));
        Write(folder, DraftDefinition.RulesFile,
            "# Rules\n\nWrite here what is allowed, who may take part, and what the winners hand in.\n");
        Write(folder, Answers, AnswersText(draft, sets));
        Write(folder, Path.Combine(ChallengeFolder.SecretFolder, SeedFile), Convert.ToHexStringLower(draft.Wishes.Seed) + "\n");
        if (testTable is null)
            Write(folder, Test, Lines([draft.Key.Name, .. keys]));
        else
            File.Copy(testTable, Path.Combine(folder, Test));
        WriteSample(folder, keys);
    }

    private static void WriteSample(string folder, IEnumerable<string> keys)
    {
        ChallengeFolder written = ChallengeFolder.Read(folder);
        using FileStream answers = File.OpenRead(Path.Combine(folder, Answers));
        TableJudge judge = TableJudge.Open(written.Challenge, answers);
        Write(folder, Sample, string.Concat(judge.Form.Sample(keys).Select(line => line + "\n")));
    }

    private static string SetsReason(ChallengeDraft draft, string[]? sets) => sets is not null
        ? $"{Count(sets, AnswerSplit.Provisional)} rows are provisional and {Count(sets, AnswerSplit.Final)} final, "
            + "split within each stratum of the truth by a secret seed."
        : draft.Answers.Set is { } column ? $"`{column.Name}` says which set a row belongs to: {string.Join(", ", column.Classes)}."
        : "All answers are one set.";

    private static int Count(string[] sets, string wanted) => sets.Count(set => set == wanted);

    private static string Story(ChallengeDraft draft) => $"""
        # {draft.Wishes.Title ?? draft.Wishes.Name}

        Tell here what this is about, where the data come from and what a good solution is worth.

        ## What to hand in

        A CSV as `{SampleFile}`, header `{Row([draft.Key.Name, .. DraftDefinition.ValueColumns(draft)])}`.
        {(draft.Shape == TableShape.Picks ? $"Exactly {draft.Picks} different rows" : "One row for each")} of `{Path.GetFileName(Test)}`.
        It is judged by {draft.Metrics[0].Metric.Title}: {draft.Metrics[0].Metric.Meaning}

        """;

    private static string AnswersText(ChallengeDraft draft, string[]? sets)
    {
        StringBuilder text = new();
        text.Append(Row(draft.Answers.Columns.Select(column => column.Name))).Append(sets is null ? "\n" : $",{AnswerSplit.Column}\n");
        for (int row = 0; row < draft.Answers.Rows; row++)
            text.Append(Row(draft.Answers.Columns.Select(column => column.Texts[row]))).Append(sets is null ? "\n" : $",{sets[row]}\n");
        return text.ToString();
    }

    private static string Lines(IEnumerable<string> fields) => string.Concat(fields.Select(field => TableForm.Quoted(field) + "\n"));

    private static string Row(IEnumerable<string> fields) => string.Join(',', fields.Select(TableForm.Quoted));

    private static void Write(string folder, string file, string text) => File.WriteAllText(Path.Combine(folder, file), text, Utf8);
}
