namespace Evaluator.Challenges.Reading;

/// <summary>
/// Reads <c>challenge.json</c>: each member by what it means, then what has to fit together. Faults are collected, none ends the reading.
/// </summary>
internal sealed class ChallengeReader(string folder, bool withAnswers, List<ChallengeFault> faults)
{
    private static readonly Dictionary<string, ChallengeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["predictor"] = ChallengeKind.Predictor,
        ["table"] = ChallengeKind.Table,
    };

    private static readonly Dictionary<string, SignIn> SignIns = new(StringComparer.Ordinal)
    {
        ["invitation"] = SignIn.Invitation,
        ["open"] = SignIn.Open,
        ["walk-in"] = SignIn.WalkIn,
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal) { ["en"] = "en", ["nl"] = "nl" };

    private static readonly string[] TagGroups = ["domain", "skill", "kind"];

    private readonly FolderFiles files = new(folder, faults);

    public Challenge? Read()
    {
        string story = files.Text(ChallengeFolder.StoryFile);
        byte[]? bytes = files.Bytes(ChallengeFolder.Definition);
        SourceNode? root = bytes is null ? null : SourceTree.Read(bytes, ChallengeFolder.Definition, faults);
        if (root is null)
            return null;
        SourceObject all = new(root, "", ChallengeFolder.Definition, faults);
        Challenge challenge = Whole(all, story);
        all.Close();
        return challenge;
    }

    private Challenge Whole(SourceObject all, string story)
    {
        ChallengeKind kind = all.OneOf("kind", Kinds, "required", ChallengeKind.Table);
        SignIn signIn = all.OneOf("signIn", SignIns, null, SignIn.Invitation);
        SourceObject? teams = all.Object("teams");
        int? cap = teams?.OptionalWhole("cap", 1, 10_000);
        int? most = teams?.OptionalWhole("most", 1, 10_000_000);
        teams?.Close();
        TaskReader tasks = new(files, withAnswers);
        PredictorTask? predictor = kind == ChallengeKind.Predictor ? tasks.Predictor(all) : null;
        TableTask? table = kind == ChallengeKind.Table ? tasks.Table(all) : null;
        IReadOnlyList<Column> columns = new ColumnReader(kind).Columns(all);
        PhaseReader phaseReader = new(columns, kind, signIn);
        IReadOnlyList<Phase> phases = phaseReader.Phases(all);
        IReadOnlyList<Baseline> baselines = new BaselineReader(columns, phases, files).Baselines(all);
        return new Challenge
        {
            Name = all.Name("name", Names.IsForAddresses, Names.ForAddresses),
            Title = all.Text("title", "the contest's title"),
            Summary = all.Text("summary", "one sentence for the list of contests"),
            Language = all.OneOf("language", Languages, null, "en"),
            Kind = kind,
            Picture = PictureOf(all),
            Tags = TagsOf(all),
            Columns = columns,
            Phases = phases,
            Rewards = new RewardReader(columns, phases, predictor).Rewards(all),
            Baselines = baselines,
            Rules = RulesOf(all),
            TeamCap = cap,
            MostTeams = most,
            SignIn = signIn,
            EasyStart = EasyStartOf(all) ?? Fork(baselines),
            Predictor = predictor,
            Table = table,
            Story = story,
        };
    }

    private Picture? PictureOf(SourceObject all)
    {
        SourceObject? picture = all.Object("picture");
        if (picture is null)
            return null;
        string file = picture.Text("file", "a picture's path under files/");
        if (file.Length > 0 && !files.Exists(ChallengeFolder.FilesFolder, file))
            picture.Fault("file", $"names `{file}`, which is not there", "a file under files/");
        Picture read = new(file, picture.Text("text", "what the picture shows, for those who can't see it"));
        picture.Close();
        return read;
    }

    private static List<Tag> TagsOf(SourceObject all)
    {
        List<Tag> tags = [];
        SourceObject? groups = all.Object("tags");
        if (groups is null)
            return tags;
        foreach (string group in TagGroups)
            tags.AddRange(groups.Texts(group, null).Select(name => new Tag(group, name)));
        groups.Close();
        return tags;
    }

    private ContestRules RulesOf(SourceObject all)
    {
        SourceObject? rules = all.Object("rules", "an object with `version` and `file` (Markdown, beside challenge.json)");
        if (rules is null)
            return new ContestRules(1, "");
        int version = rules.Whole("version", 1, 1_000_000, "a whole number that counts up");
        string file = rules.Text("file", "the file with the rules, beside challenge.json");
        rules.Close();
        string text = file.Length == 0 ? "" : IsBeside(file) ? files.Text(file) : Refused();
        return new ContestRules(version, text);

        string Refused()
        {
            rules.Fault("file", $"names `{file}`", "a file beside challenge.json");
            return "";
        }
    }

    private string? EasyStartOf(SourceObject all)
    {
        string? start = all.OptionalText("easyStart", "a path under files/, or an https address");
        if (start is { Length: > 0 } && !start.StartsWith("https://", StringComparison.Ordinal)
            && !files.Exists(ChallengeFolder.FilesFolder, start))
            all.Fault("easyStart", $"names `{start}`, which is not there", "a file under files/, or an https address");
        return start;
    }

    /// <summary>A baseline that stands in a repository is something to fork.</summary>
    private static string? Fork(IReadOnlyList<Baseline> baselines) => baselines.Where(baseline => baseline.Repository is not null)
        .OrderByDescending(baseline => baseline.Start).FirstOrDefault()?.Repository!.Url;

    private static bool IsBeside(string file) => file == Path.GetFileName(file) && file is not ("." or "..");
}
