namespace Evaluator.Challenges.Reading;

/// <summary>Reads the members <c>predictor</c> and <c>table</c>: what is handed in.</summary>
internal sealed class TaskReader(FolderFiles files, bool withAnswers)
{
    private static readonly string[] Languages = ["cs", "vb", "cpp", "java", "dll", "jar"];

    private static readonly Dictionary<string, TableShape> Shapes = new(StringComparer.Ordinal)
    {
        ["picks"] = TableShape.Picks,
        ["predictions"] = TableShape.Predictions,
        ["probabilities"] = TableShape.Probabilities,
    };

    public PredictorTask? Predictor(SourceObject all)
    {
        SourceObject? task = all.Object("predictor", "an object that says what may be handed in");
        if (task is null)
            return null;
        IReadOnlyList<string> languages = task.Texts("languages", "a list of " + string.Join(", ", Languages));
        foreach (string unknown in languages.Except(Languages))
            task.Fault("languages", $"names `{unknown}`", string.Join(", ", Languages));
        List<HardwareProfile> profiles = [];
        foreach (SourceObject profile in task.Objects("profiles", null))
        {
            profiles.Add(new HardwareProfile(
                profile.Name("name", Names.IsForAddresses, Names.ForAddresses),
                profile.Whole("memoryMebibytes", 64, 1_048_576, "MiB"), profile.Whole("cores", 1, 1024, "a number of cores")));
            profile.Close();
        }
        PredictorTask read = new()
        {
            Languages = languages,
            CpuSeconds = task.OptionalWhole("cpuSeconds", 1, 86_400) ?? 30,
            MemoryMebibytes = task.OptionalWhole("memoryMebibytes", 64, 1_048_576) ?? 1024,
            LargestBytes = task.OptionalLong("largestBytes", 1, 1L << 30) ?? 1_000_000,
            Months = task.OptionalText("months", "months as \"9-12\""),
            Profiles = profiles,
        };
        task.Close();
        return read;
    }

    public TableTask? Table(SourceObject all)
    {
        SourceObject? task = all.Object("table", "an object that says what the table looks like and what it is judged against");
        if (task is null)
            return null;
        TableShape shape = task.OneOf("shape", Shapes, "required", TableShape.Picks);
        string answers = task.Text("answers", "the table of answers, a path under secret/");
        if (withAnswers && answers.Length > 0 && !files.Exists(ChallengeFolder.SecretFolder, answers))
            task.Fault("answers", $"names `{answers}`, which is not there", "a file under secret/");
        string? test = task.OptionalText("test", "the test table, a path under files/");
        if (test is { Length: > 0 } && !files.Exists(ChallengeFolder.FilesFolder, test))
            task.Fault("test", $"names `{test}`, which is not there", "a file under files/");
        TableTask read = new()
        {
            Shape = shape,
            Key = task.Text("key", "the column that names a row"),
            Values = ValuesOf(task, shape),
            Picks = shape == TableShape.Picks ? task.Whole("picks", 1, 100_000_000, "how many keys are picked") : null,
            Test = test,
            Answers = answers,
            Truth = shape == TableShape.Picks ? null : task.Text("truth", "the column of the answers that holds the truth"),
            Weight = task.OptionalText("weight", "a column of the answers"),
            Set = task.OptionalText("set", "a column of the answers"),
            LargestBytes = task.OptionalLong("largestBytes", 1, 1L << 32) ?? TableTask.UsualLargestBytes,
        };
        task.Close();
        return read;
    }

    private static IReadOnlyList<string> ValuesOf(SourceObject task, TableShape shape)
    {
        if (shape == TableShape.Picks)
            return [];
        string expected = shape == TableShape.Predictions
            ? "a list of one column, that of the predictions" : "a list of columns, one a class";
        IReadOnlyList<string> values = task.Texts("values", expected);
        if ((shape == TableShape.Predictions && values.Count > 1) || (shape == TableShape.Probabilities && values.Count == 1))
            task.Fault("values", $"has {values.Count}", expected);
        if (values.Distinct(StringComparer.Ordinal).Count() != values.Count)
            task.Fault("values", "names a column twice", "each column once");
        return values;
    }
}
