using System.Globalization;
using Evaluator.Board.Refusals;
using Evaluator.Challenges;

namespace Evaluator.Board.Organising;

/// <summary>What an organiser can set of a phase, as a form or as JSON. Times are UTC; empty is "never" or "no limit".</summary>
internal sealed record PhaseForm
{
    public string? Title { get; init; }

    public string? Opens { get; init; }

    public string? Freezes { get; init; }

    public string? Closes { get; init; }

    public string? Publishes { get; init; }

    public string? DocumentsUntil { get; init; }

    public string? Release { get; init; }

    /// <summary><c>never</c>, <c>at-once</c> or <c>from-date</c>; null leaves it as it is.</summary>
    public string? Models { get; init; }

    public string? ModelsFrom { get; init; }

    /// <summary>What is asked for before a team may hand in; null leaves it as it is, an empty one asks for nothing.</summary>
    public GateForm? Needs { get; init; }

    public int? ScoredADay { get; init; }

    public int? ScoredInTotal { get; init; }

    public int? AttemptedADay { get; init; }

    public int? AttemptedInTotal { get; init; }

    public int? InFlight { get; init; }

    public static PhaseForm Of(Phase phase) => new()
    {
        Title = phase.Title,
        Opens = Text(phase.Opens),
        Freezes = Text(phase.Freezes),
        Closes = Text(phase.Closes),
        Publishes = Text(phase.Publishes),
        DocumentsUntil = Text(phase.DocumentsUntil),
        Release = phase.Release.ToString().ToLowerInvariant(),
        Models = phase.Models switch { ModelAccess.AtOnce => "at-once", ModelAccess.FromDate => "from-date", _ => "never" },
        ModelsFrom = Text(phase.ModelsFrom),
        Needs = GateForm.Of(phase.Gate),
        ScoredADay = phase.Quotas.ScoredADay,
        ScoredInTotal = phase.Quotas.ScoredInTotal,
        AttemptedADay = phase.Quotas.AttemptedADay,
        AttemptedInTotal = phase.Quotas.AttemptedInTotal,
        InFlight = phase.Quotas.InFlight,
    };

    /// <summary>The phase as it would be.</summary>
    public Outcome<Phase> Over(Phase phase)
    {
        List<string> wrong = [];
        DateTimeOffset? opens = Time(Opens, phase.Opens, "opens", wrong);
        Release? release = Enum.TryParse(Release, ignoreCase: true, out Release parsed) && Enum.IsDefined(parsed) ? parsed : null;
        ModelAccess? models = Models switch
        {
            null => phase.Models,
            "never" => ModelAccess.Never,
            "at-once" => ModelAccess.AtOnce,
            "from-date" => ModelAccess.FromDate,
            _ => null,
        };
        if (models is null)
            wrong.Add($"`models` is never, at-once or from-date, found \"{Models}\"");
        if (opens is null)
            wrong.Add("`opens` is needed");
        if (release is null)
            wrong.Add($"`release` is raw or ladder, found \"{Release}\"");
        if (((int?[])[ScoredADay, ScoredInTotal, AttemptedADay, AttemptedInTotal, InFlight]).Any(limit => limit < 0))
            wrong.Add("a quota is 0 or more, or empty for none");
        Phase changed = phase with
        {
            Title = (Title ?? "").Trim(),
            Opens = opens ?? phase.Opens,
            Freezes = Time(Freezes, phase.Freezes, "freezes", wrong),
            Closes = Time(Closes, phase.Closes, "closes", wrong),
            Publishes = Time(Publishes, phase.Publishes, "publishes", wrong),
            DocumentsUntil = Time(DocumentsUntil, phase.DocumentsUntil, "documentsUntil", wrong),
            Release = release ?? phase.Release,
            Ladder = release == Challenges.Release.Ladder ? phase.Ladder ?? LadderSettings.Usual : null,
            Models = models ?? phase.Models,
            ModelsFrom = models != ModelAccess.FromDate ? null
                : Models is null ? phase.ModelsFrom
                : Time(ModelsFrom, phase.ModelsFrom, "modelsFrom", wrong),
            Gate = Needs is null ? phase.Gate : Needs.ToGate(),
            Quotas = new Quotas
            {
                ScoredADay = ScoredADay,
                ScoredInTotal = ScoredInTotal,
                AttemptedADay = AttemptedADay,
                AttemptedInTotal = AttemptedInTotal,
                InFlight = InFlight,
            },
        };
        if (changed is { Models: ModelAccess.FromDate, ModelsFrom: null })
            wrong.Add("`modelsFrom` is needed: the time from which everybody may read them");
        return wrong.Count > 0 ? Refusal.Invalid(string.Join("; ", wrong) + ".") : changed;
    }

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    // A form shows minutes: what stands there as it was shown is what it was, to the second.
    private static DateTimeOffset? Time(string? text, DateTimeOffset? before, string member, List<string> wrong)
    {
        if (before is not null && text == Text(before))
            return before;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time))
            return time;
        wrong.Add($"`{member}` is \"{text}\"; expected a time in UTC such as 2026-12-01T12:00");
        return null;
    }
}
