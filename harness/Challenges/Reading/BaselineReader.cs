using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evaluator.Challenges.Reading;

/// <summary>Reads the member <c>baselines</c>.</summary>
internal sealed partial class BaselineReader(IReadOnlyList<Column> columns, IReadOnlyList<Phase> phases, FolderFiles files)
{
    private const int LongestUrl = 300;

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
        BaselineRepository? repository = RepositoryOf(source);
        Dictionary<string, decimal>? values = ValuesOf(source);
        string[] given = [.. ((string[])["file", "repository", "values"]).Where(source.Has)];
        if (given.Length != 1)
            source.Fault("name", given.Length == 0
                ? "has neither `file`, `repository` nor `values`"
                : $"has {string.Join(" and ", given.Select(one => $"`{one}`"))}", "one of them");
        string? phase = source.OptionalText("phase", "a phase of this contest");
        if (phase is { Length: > 0 } && phases.All(known => known.Name != phase))
            source.Fault("phase", $"is \"{phase}\"", "one of " + string.Join(", ", phases.Select(known => known.Name)));
        return new Baseline(
            source.Name("name", Names.IsForAddresses, Names.ForAddresses), source.Text("title", "what people read"), file, repository,
            values, phase, source.Flag("start"));
    }

    private static BaselineRepository? RepositoryOf(SourceObject source)
    {
        SourceObject? given = source.Object("repository");
        if (given is null)
            return null;
        string url = given.Text("url", "the repository's https address").Trim().TrimEnd('/');
        if (url.Length > 0 && !IsAddress(url))
            given.Fault("url", $"is \"{url}\"", "an https address, as https://host/owner/name.git, without a password in it");
        string? commit = given.OptionalText("commit", "a commit's whole id"), tag = given.OptionalText("tag", "a tag");
        if (commit is { Length: > 0 } && !Id().IsMatch(commit))
            given.Fault("commit", $"is \"{commit}\"", "a commit's whole id: 40 hex digits (`git rev-parse HEAD`)");
        if (tag is { Length: > 0 } && (!TagName().IsMatch(tag) || tag.Contains("..", StringComparison.Ordinal)))
            given.Fault("tag", $"is \"{tag}\"", "a tag of letters, digits and . _ - /");
        if ((commit is null) == (tag is null))
            given.Fault("url", commit is null ? "has neither `commit` nor `tag`" : "has both `commit` and `tag`", "one of them");
        string path = (given.OptionalText("path", "a file or folder of the repository") ?? "").Trim().Trim('/');
        if (path.Length > 0 && (!PlainPath().IsMatch(path) || path.Split('/').Any(step => step is "" or "." or "..")))
            given.Fault("path", $"is \"{path}\"", "a file or folder of the repository, as src/predictor, with forward slashes");
        given.Close();
        return new BaselineRepository(url, commit, tag, path);
    }

    private static bool IsAddress(string url) => url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Query.Length == 0
        && address.Fragment.Length == 0 && address.AbsolutePath.Length > 1;

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

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}\z")]
    private static partial Regex TagName();

    [GeneratedRegex(@"^[\p{L}\p{N} ._+@/-]{1,200}\z")]
    private static partial Regex PlainPath();
}
