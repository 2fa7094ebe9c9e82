using System.Text;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>The final_types of the code table, as they are written there.</summary>
internal sealed class TypeNames
{
    private readonly IdentifierIndex exact = new(StringComparer.Ordinal);
    private readonly IdentifierIndex anyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="path">The code table; null if there is none, and every type is then unknown.</param>
    public TypeNames(string? path)
    {
        if (path is null)
            return;
        using TextLines lines = LineFile.Read(path);
        int column = lines.Count == 0 ? -1 : Header.Find(lines[0], "final_type");
        for (int line = 1; line < lines.Count && column >= 0; line++)
        {
            string name = Encoding.UTF8.GetString(TabFields.At(lines[line], column));
            if (!exact.TryGet(Encoding.UTF8.GetBytes(name), out _))
                exact.Add(name, 0);
            if (!anyCase.TryGet(Encoding.UTF8.GetBytes(name), out _))
                anyCase.Add(name, 0);
        }
    }

    /// <summary>What is wrong with a final_type as it stands in a file, white space included; null for nothing.</summary>
    public DataFault? FaultOf(ReadOnlySpan<byte> raw) =>
        exact.TryGet(raw, out _) ? null
        : anyCase.TryGet(TabFields.Trim(raw), out _) ? DataFault.TypeMisspelt
        : DataFault.TypeNotInTable;
}
