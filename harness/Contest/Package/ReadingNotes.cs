using System.Collections.Concurrent;
using System.Globalization;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Package;

/// <summary>
/// What was odd about the files that were read, one note a kind with the first file for one. A run reads a file when a case needs it, on
/// several threads; the notes are the same in any order.
/// </summary>
internal sealed class ReadingNotes
{
    /// <summary>By file and what is odd about it, so that a file that is read twice is counted once.</summary>
    private readonly ConcurrentDictionary<(string Path, string What), bool> oddities = new();

    /// <summary>Looks at lines that were just read. Files that make a run impossible are refused by <see cref="Readiness"/>.</summary>
    public void Look(TextLines lines)
    {
        if (lines.WasWindows1252 && !lines.Bytes.Contains((byte)0))
            Add(lines, "not valid UTF-8 and were read as Windows-1252");
        if (FileShape.WhyNoTable(lines) is { } shape)
            Add(lines, shape);
        else if (FileShape.WrongDivider(lines) is { } divider)
            Add(lines, divider);
        else if (RowWidths.Of(lines) is { AreOfAnotherForm: true } widths)
            Add(lines, widths.What);
    }

    /// <summary>In ordinal order of what is odd.</summary>
    public IReadOnlyList<string> Texts() =>
        [.. oddities.Keys.GroupBy(oddity => oddity.What, oddity => oddity.Path).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(Text)];

    private static string Text(IGrouping<string, string> files)
    {
        string first = files.Min(StringComparer.Ordinal)!, verb = files.Key.StartsWith("with ", StringComparison.Ordinal) ? "" : "are ";
        return string.Create(CultureInfo.InvariantCulture, $"{files.Count():N0} files {verb}{files.Key}, {first} for one.");
    }

    private void Add(TextLines lines, string what) => oddities.TryAdd((lines.Path, what), true);
}
