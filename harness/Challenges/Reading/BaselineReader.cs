using System.Globalization;
using System.Text.Json;

namespace Evaluator.Challenges.Reading;

/// <summary>Reads the member <c>baselines</c>.</summary>
internal sealed class BaselineReader(IReadOnlyList<Column> columns, IReadOnlyList<Phase> phases, FolderFiles files)
{
    public IReadOnlyList<Baseline> Baselines(SourceObject all)
    {
        List<Baseline> baselines = [];
        foreach (SourceObject source in all.Objects("baselines", null))
        {
            Baseline baseline = Read(source);
            if (baselines.Exists(other => other.Name == baseline.Name))
                source.Fault("name", $"is \"{baseline.Name}\" a second time", "each name once");
            if (baseline.Start
                && baselines.Exists(
                    other => other.Start && (other.Phase is null || baseline.Phase is null || other.Phase == baseline.Phase)))
                source.Fault("start", "is true a second time", "one baseline a phase to start at");
            baselines.Add(baseline);
            source.Close();
        }
        return baselines;
    }

    private Baseline Read(SourceObject source)
    {
        string? file = source.OptionalText("file", "a path under files/");
        if (file is { Length: > 0 } && !files.Exists(ChallengeFolder.FilesFolder, file))
            source.Fault("file", $"names `{file}`, which is not there", "a file under files/");
        Dictionary<string, decimal>? values = ValuesOf(source);
        if ((file is null) == (values is null))
            source.Fault("name", file is null ? "has neither `file` nor `values`" : "has both `file` and `values`", "one of them");
        string? phase = source.OptionalText("phase", "a phase of this contest");
        if (phase is { Length: > 0 } && phases.All(known => known.Name != phase))
            source.Fault("phase", $"is \"{phase}\"", "one of " + string.Join(", ", phases.Select(known => known.Name)));
        return new Baseline(
            source.Name("name", Names.IsForAddresses, Names.ForAddresses), source.Text("title", "what people read"), file, values, phase,
                source.Flag("start"));
    }

    private Dictionary<string, decimal>? ValuesOf(SourceObject source)
    {
        SourceObject? given = source.Object("values");
        if (given is null)
            return null;
        Dictionary<string, decimal> values = new(StringComparer.Ordinal);
        foreach (SourceMember member in given.Members())
        {
            if (columns.All(column => column.Name != member.Name))
                given.Fault(member.Name, "is no column", "one of " + string.Join(", ", columns.Select(column => column.Name)));
            else if (member.Value.Kind == JsonTokenType.Number
                && decimal.TryParse(member.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value))
                values[member.Name] = value;
            else
                given.Fault(member.Name, member.Value, "a number");
        }
        return values;
    }
}
