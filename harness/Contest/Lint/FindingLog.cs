using System.Text;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>
/// Collects findings: counts all, keeps the first examples of each kind. Logs of parts are joined in the order of the parts.
/// </summary>
internal sealed class FindingLog
{
    private const int ExamplesKept = 3;
    private const int MostCharacters = 120;

    private static readonly DataFault[] Faults = Enum.GetValues<DataFault>();

    private readonly long[] counts = new long[Faults.Length];
    private readonly List<Example>[] examples = Array.ConvertAll(Faults, _ => new List<Example>(0));

    public long CountOf(DataFault fault) => counts[(int)fault];

    /// <summary>A fault of a line.</summary>
    public void Add(DataFault fault, TextLines lines, int line)
    {
        counts[(int)fault]++;
        if (HasRoom(fault))
            Keep(fault, new Example(lines.Path, lines.FileLineNumber(line), Shown(Encoding.UTF8.GetString(lines[line]))));
    }

    /// <summary>A fault of a whole file, or of something that is not there.</summary>
    public void Add(DataFault fault, string path, string text = "", int line = 0, long count = 1)
    {
        counts[(int)fault] += count;
        if (HasRoom(fault))
            Keep(fault, new Example(path, line, Shown(text)));
    }

    public void Join(FindingLog later)
    {
        foreach (DataFault fault in Faults)
        {
            counts[(int)fault] += later.counts[(int)fault];
            foreach (Example example in later.examples[(int)fault])
                if (HasRoom(fault))
                    Keep(fault, example);
        }
    }

    public IReadOnlyList<DataFinding> ToFindings() =>
        [.. Faults.Where(fault => CountOf(fault) > 0).Select(fault => new DataFinding(fault, CountOf(fault), examples[(int)fault]))];

    private bool HasRoom(DataFault fault) => examples[(int)fault].Count < ExamplesKept;

    private void Keep(DataFault fault, Example example) => examples[(int)fault].Add(example);

    /// <summary>Tabs and control characters made visible, long lines cut.</summary>
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (char letter in text.Length <= MostCharacters ? text : text[..MostCharacters])
            shown.Append(letter == '\t' ? '→' : char.IsControl(letter) ? '�' : letter);
        return text.Length <= MostCharacters ? shown.ToString() : shown.Append('…').ToString();
    }
}
