namespace Evaluator.Challenges.Reading;

/// <summary>Reads the member <c>phases</c>.</summary>
internal sealed class PhaseReader(IReadOnlyList<Column> columns, ChallengeKind kind, SignIn signIn)
{
    private static readonly Dictionary<string, Release> Releases =
        new(StringComparer.Ordinal) { ["raw"] = Release.Raw, ["ladder"] = Release.Ladder };

    private static readonly Dictionary<string, ModelAccess> Accesses = new(StringComparer.Ordinal)
    {
        ["never"] = ModelAccess.Never,
        ["at-once"] = ModelAccess.AtOnce,
        ["from-date"] = ModelAccess.FromDate,
    };

    public IReadOnlyList<Phase> Phases(SourceObject all)
    {
        List<(SourceObject Source, Phase Phase)> read = [];
        foreach (SourceObject source in all.Objects("phases", "a list of phases"))
        {
            Phase phase = Read(source);
            if (read.Exists(other => other.Phase.Name == phase.Name))
                source.Fault("name", $"is \"{phase.Name}\" a second time", "each name once");
            read.Add((source, phase));
        }
        Phase[] phases = [.. read.Select(pair => pair.Phase)];
        foreach ((SourceObject source, Phase phase) in read)
        {
            foreach ((string found, string expected) in PhaseGates.Faults(phase, phases, columns))
                source.Fault("needs", found, expected);
            source.Close();
        }
        return phases;
    }

    private Phase Read(SourceObject source)
    {
        string set = source.Text("set", "the case set or set of answers that submissions are evaluated on");
        Release release = source.OneOf("release", Releases, null, Release.Raw);
        ModelAccess models = source.OneOf("models", Accesses, null, ModelAccess.Never);
        Phase phase = new()
        {
            Name = source.Name("name", Names.IsForAddresses, Names.ForAddresses),
            Title = source.Text("title", "the phase's title"),
            Text = source.OptionalText("text", "what the phase is about"),
            Opens = source.Time("opens", "required") ?? DateTimeOffset.UnixEpoch,
            Freezes = source.Time("freezes"),
            Closes = source.Time("closes"),
            Publishes = source.Time("publishes"),
            Set = set,
            FinalSet = source.OptionalText("finalSet", "the set that decides in the end"),
            IsOpen = source.Flag("open"),
            Quotas = QuotasOf(source),
            Release = release,
            Ladder = LadderOf(source, release),
            Ranking = new RankingReader(columns).Ranking(source),
            Gate = GateOf(source),
            Models = models,
            ModelsFrom = models == ModelAccess.FromDate ? source.Time("modelsFrom", "required") : null,
            DocumentsUntil = source.Time("documentsUntil"),
        };
        CheckTimes(source, phase);
        foreach ((string found, string expected) in PhaseLadder.Faults(phase, columns, kind, signIn))
            source.Fault("release", found, expected);
        return phase;
    }

    private static void CheckTimes(SourceObject source, Phase phase)
    {
        foreach ((string member, string found, string expected) in PhaseTimes.Faults(phase))
        {
            if (member != "closes" || source.Has("opens"))
                source.Fault(member, found, expected);
        }
    }

    private static Quotas QuotasOf(SourceObject phase)
    {
        SourceObject? quotas = phase.Object("quotas");
        if (quotas is null)
            return Quotas.None;
        (int? scoredADay, int? scored) = Counter(quotas, "scored");
        (int? attemptedADay, int? attempted) = Counter(quotas, "attempted");
        Quotas read = new()
        {
            ScoredADay = scoredADay,
            ScoredInTotal = scored,
            AttemptedADay = attemptedADay,
            AttemptedInTotal = attempted,
            InFlight = quotas.OptionalWhole("inFlight", 1, 1_000_000),
        };
        quotas.Close();
        return read;
    }

    private static (int? ADay, int? InTotal) Counter(SourceObject quotas, string name)
    {
        SourceObject? counter = quotas.Object(name);
        (int? ADay, int? InTotal) read = (counter?.OptionalWhole("aDay", 0, 1_000_000), counter?.OptionalWhole("inTotal", 0, 100_000_000));
        counter?.Close();
        return read;
    }

    private static LadderSettings? LadderOf(SourceObject phase, Release release)
    {
        if (release != Release.Ladder)
            return null;
        SourceObject? ladder = phase.Object("ladder");
        if (ladder is null)
            return LadderSettings.Usual;
        LadderSettings read = new(
            ladder.Number("step", 0.0001m, 1) ?? LadderSettings.Usual.Step, ladder.Number("errors", 0, 10) ?? LadderSettings.Usual.Errors);
        ladder.Close();
        return read;
    }

    private static Gate? GateOf(SourceObject phase)
    {
        SourceObject? needs = phase.Object("needs");
        if (needs is null)
            return null;
        Gate gate = new(needs.Text("phase", "another phase"), needs.OptionalText("column", "a column"), needs.Number("atLeast"));
        needs.Close();
        return gate;
    }
}
