namespace Evaluator.Harbour.Files;

/// <summary>
/// The nine steps from the tables to a submission: one text a language, the same in every starter. A starter marks a step by the line
/// <c># [name]</c>, which becomes its heading and what it says.
/// </summary>
internal sealed class Lesson
{
    /// <summary>In the order of every starter.</summary>
    public static IReadOnlyList<string> Steps { get; } =
        ["read", "look", "split", "feature", "train", "validate", "inspect", "predict", "write"];

    private readonly Dictionary<string, string> texts;

    public Lesson(Texts language)
    {
        texts = language.Sections("lesson.txt").ToDictionary(section => section.Name, section => section.Text, StringComparer.Ordinal);
    }

    /// <summary>As they stand above the steps: <c>1. Read the training table</c>.</summary>
    public IReadOnlyList<string> Headings => [.. Steps.Select((step, i) => $"{i + 1}. {texts[step].Split('\n')[0]}")];

    /// <summary>The starter in this language: its marks are comments now.</summary>
    public string Apply(string starter) =>
        string.Join('\n', starter.Split('\n').Select(line => MarkOf(line) is { } name ? Comment(name) : line));

    /// <summary>The name in a line <c># [name]</c>; null for another line.</summary>
    private static string? MarkOf(string line) =>
        line.StartsWith("# [", StringComparison.Ordinal) && line.EndsWith(']') ? line[3..^1] : null;

    private string Comment(string name)
    {
        int step = Steps.ToList().IndexOf(name);
        string text = texts[name].Replace("\n", "\n# ", StringComparison.Ordinal);
        return step < 0 ? "# " + text : $"# ## {step + 1}. {text}";
    }
}
