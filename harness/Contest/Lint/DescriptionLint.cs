using System.Text;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>Finds descriptions that differ in spelling alone: case, white space, punctuation, "&amp;" for "and".</summary>
internal sealed class DescriptionLint
{
    private readonly Dictionary<string, Spelling> spellings = new(StringComparer.Ordinal);

    private readonly record struct Spelling(long Rows, string File, int Line);

    public void Add(string description, TextLines lines, int line)
    {
        Spelling known = spellings.GetValueOrDefault(description, new Spelling(0, lines.Path, lines.FileLineNumber(line)));
        spellings[description] = known with { Rows = known.Rows + 1 };
    }

    public void Join(DescriptionLint later)
    {
        foreach ((string text, Spelling spelling) in later.spellings)
        {
            Spelling known = spellings.GetValueOrDefault(text, spelling with { Rows = 0 });
            spellings[text] = known with { Rows = known.Rows + spelling.Rows };
        }
    }

    /// <summary>Of each group of spellings the commonest is right, and the others are reported.</summary>
    public void Report(FindingLog log)
    {
        IEnumerable<IGrouping<string, KeyValuePair<string, Spelling>>> groups = spellings.GroupBy(spelling => Plain(spelling.Key))
            .Where(group => group.Count() > 1);
        foreach (IGrouping<string, KeyValuePair<string, Spelling>>? group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var byUse = group.OrderByDescending(spelling => spelling.Value.Rows).ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
                .ToList();
            foreach ((string text, Spelling spelling) in byUse.Skip(1))
            {
                string shown = $"'{text}' {spelling.Rows} x, beside '{byUse[0].Key}' {byUse[0].Value.Rows} x";
                log.Add(DataFault.SpellingTwin, spelling.File, shown, spelling.Line, spelling.Rows);
            }
        }
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (char letter in text.Replace("&", " and ", StringComparison.Ordinal))
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
        return plain.ToString();
    }
}
