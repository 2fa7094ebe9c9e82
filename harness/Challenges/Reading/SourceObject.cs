using System.Globalization;
using System.Text.Json;

namespace Evaluator.Challenges.Reading;

/// <summary>
/// An object of the file while it is read: each member is asked for once, faults are collected, and <see cref="Close"/> names members that
/// nobody asked for. A member that is missing or wrong gives a harmless value, so that the reading goes on to the next fault.
/// </summary>
internal sealed class SourceObject
{
    private readonly SourceNode? node;
    private readonly string path;
    private readonly string file;
    private readonly List<ChallengeFault> faults;
    private readonly List<string> asked = [];

    /// <param name="path">Where in the file, as <c>phases[1].quotas</c>; empty for the whole.</param>
    public SourceObject(SourceNode value, string path, string file, List<ChallengeFault> faults)
    {
        (this.path, this.file, this.faults) = (path, file, faults);
        Line = value.Line;
        if (value.Kind == JsonTokenType.StartObject)
            node = value;
        else
            faults.Add(
                new ChallengeFault(file, value.Line, $"{(path.Length == 0 ? "the file" : $"`{path}`")} is {value.Said}", "an object"));
    }

    public int Line { get; }

    public bool Has(string name)
    {
        SourceNode? value = node?.Members.Find(member => member.Name == name)?.Value;
        return value is not null && value.Kind != JsonTokenType.Null;
    }

    public int LineOf(string name) => node?.Members.Find(member => member.Name == name)?.Line ?? Line;

    /// <summary>
    /// The member's value; null where it is missing or null, which is a fault if <paramref name="expected"/> says what it should be.
    /// </summary>
    public SourceNode? Take(string name, string? expected = null)
    {
        asked.Add(name);
        SourceNode? value = node?.Members.Find(member => member.Name == name)?.Value;
        if (value is not null && value.Kind != JsonTokenType.Null)
            return value;
        if (expected is not null && node is not null)
            faults.Add(new ChallengeFault(file, value?.Line ?? Line, $"no `{Full(name)}`", expected));
        return null;
    }

    public string Text(string name, string expected)
    {
        SourceNode? value = Take(name, expected);
        return value is null ? "" : TextOf(value, name, expected);
    }

    public string? OptionalText(string name, string expected)
    {
        SourceNode? value = Take(name);
        return value is null ? null : TextOf(value, name, expected);
    }

    /// <summary>A name for addresses or formulas.</summary>
    public string Name(string name, Func<string, bool> isGood, string expected)
    {
        SourceNode? value = Take(name, expected);
        if (value is null)
            return "";
        string text = TextOf(value, name, expected);
        if (text.Length > 0 && !isGood(text))
            Fault(name, value, expected);
        return text;
    }

    public IReadOnlyList<string> Texts(string name, string? expected)
    {
        List<string> texts = [];
        foreach ((SourceNode item, string place) in Items(name, expected))
        {
            if (item.Kind == JsonTokenType.String && item.Text.Length > 0)
                texts.Add(item.Text);
            else
                faults.Add(new ChallengeFault(file, item.Line, $"`{place}` is {item.Said}", "a text"));
        }
        return texts;
    }

    public int Whole(string name, int least, int most, string expected) => (int)(WholeOf(Take(name, expected), name, least, most) ?? least);

    public int? OptionalWhole(string name, int least, int most) => (int?)WholeOf(Take(name), name, least, most);

    public long? OptionalLong(string name, long least, long most) => WholeOf(Take(name), name, least, most);

    public decimal? Number(string name, decimal least = decimal.MinValue, decimal most = decimal.MaxValue, string? required = null)
    {
        string expected = least == decimal.MinValue
            ? "a number" : $"a number from {Plain(least)}{(most == decimal.MaxValue ? " up" : $" to {Plain(most)}")}";
        SourceNode? value = Take(name, required);
        if (value is null)
            return null;
        if (value.Kind == JsonTokenType.Number
            && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && number >= least
            && number <= most)
            return number;
        Fault(name, value, expected);
        return null;
    }

    public bool Flag(string name)
    {
        SourceNode? value = Take(name);
        if (value is not null && value.Kind is not (JsonTokenType.True or JsonTokenType.False))
            Fault(name, value, "true or false");
        return value?.Kind == JsonTokenType.True;
    }

    /// <summary>A moment in UTC: <c>2026-12-01T12:00:00Z</c>, seconds optional.</summary>
    public DateTimeOffset? Time(string name, string? required = null)
    {
        const string Expected = "a time in UTC such as \"2026-12-01T12:00:00Z\"";
        SourceNode? value = Take(name, required is null ? null : Expected);
        if (value is null)
            return null;
        if (value.Kind == JsonTokenType.String && DateTimeOffset.TryParseExact(
            value.Text, ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out DateTimeOffset time))
            return time.ToUniversalTime();
        Fault(name, value, Expected);
        return null;
    }

    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> words, string? required, T otherwise)
    {
        string expected = string.Join(", ", words.Keys.Select(word => $"\"{word}\""));
        SourceNode? value = Take(name, required is null ? null : "one of " + expected);
        if (value is null)
            return otherwise;
        if (value.Kind == JsonTokenType.String && words.TryGetValue(value.Text, out T? meant))
            return meant;
        Fault(name, value, "one of " + expected);
        return otherwise;
    }

    public SourceObject? Object(string name, string? expected = null)
    {
        SourceNode? value = Take(name, expected);
        return value is null ? null : new SourceObject(value, Full(name), file, faults);
    }

    public IEnumerable<SourceObject> Objects(string name, string? expected)
    {
        foreach ((SourceNode item, string place) in Items(name, expected))
            yield return new SourceObject(item, place, file, faults);
    }

    /// <summary>The members as they come, all of them asked for.</summary>
    public IEnumerable<SourceMember> Members()
    {
        foreach (SourceMember member in node?.Members ?? [])
        {
            asked.Add(member.Name);
            yield return member;
        }
    }

    public void Fault(string name, SourceNode value, string expected) =>
        faults.Add(new ChallengeFault(file, value.Line, $"`{Full(name)}` is {value.Said}", expected));

    public void Fault(string name, string found, string expected) =>
        faults.Add(new ChallengeFault(file, LineOf(name), $"`{Full(name)}` {found}", expected));

    /// <summary>Names the members that nobody asked for: mostly a slip of the pen.</summary>
    public void Close()
    {
        foreach (SourceMember member in node?.Members ?? [])
        {
            if (!asked.Contains(member.Name))
                faults.Add(new ChallengeFault(file, member.Line, $"`{Full(member.Name)}` is not known",
                    "one of " + string.Join(", ", asked.Distinct().Order(StringComparer.Ordinal))));
        }
    }

    private List<(SourceNode Item, string Place)> Items(string name, string? expected)
    {
        SourceNode? value = Take(name, expected);
        if (value is null)
            return [];
        if (value.Kind == JsonTokenType.StartArray)
        {
            if (value.Items.Count == 0 && expected is not null)
                Fault(name, value, expected);
            return [.. value.Items.Select((item, index) => (item, $"{Full(name)}[{index}]"))];
        }
        Fault(name, value, expected ?? "a list");
        return [];
    }

    private string TextOf(SourceNode value, string name, string expected)
    {
        if (value.Kind == JsonTokenType.String && value.Text.Trim().Length > 0)
            return value.Text;
        Fault(name, value, expected);
        return "";
    }

    private long? WholeOf(SourceNode? value, string name, long least, long most)
    {
        if (value is null)
            return null;
        if (value.Kind == JsonTokenType.Number
            && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            && whole >= least && whole <= most)
            return whole;
        Fault(name, value, $"a whole number from {least} to {most}");
        return null;
    }

    private string Full(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
