using System.Globalization;
using System.Text;
using Evaluator.Harbour.Manifest;

namespace Evaluator.Harbour.Files;

/// <summary>The texts of one language, carried inside this assembly: prose with places to fill (<c>{test}</c>), and sections under
/// <c>[names]</c>.</summary>
internal sealed class Texts(Language language)
{
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    /// <summary>The language's tag, as BCP 47 has it.</summary>
    public string Tag => language == Language.Dutch ? "nl" : "en";

    /// <summary>What stands between thousands.</summary>
    public string Thousands => language == Language.Dutch ? "." : ",";

    public string Number(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", Thousands, StringComparison.Ordinal);

    /// <summary>From now on <paramref name="name"/> in braces reads <paramref name="text"/>.</summary>
    public void Fill(string name, string text) => places[$"{{{name}}}"] = text;

    public string Page(string file) => Filled(Carried($"Texts/{Tag}/{file}"));

    /// <summary>The sections of a file, in order: a line <c>[name]</c>, then the section's text.</summary>
    public IReadOnlyList<(string Name, string Text)> Sections(string file)
    {
        List<(string Name, string Text)> sections = [];
        foreach (string line in Page(file).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
                sections.Add((line[1..^1], ""));
            else
                sections[^1] = (sections[^1].Name, sections[^1].Text.Length == 0 ? line : $"{sections[^1].Text}\n{line}");
        }
        return sections;
    }

    public static string Carried(string resource)
    {
        using var reader = new StreamReader(typeof(Texts).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private string Filled(string text)
    {
        foreach ((string place, string filling) in places)
            text = text.Replace(place, filling, StringComparison.Ordinal);
        return text;
    }
}
