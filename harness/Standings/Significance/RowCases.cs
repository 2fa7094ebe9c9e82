using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Significance;

/// <summary>The values case by case behind the first rows of a table, best first: seals, which are opened when something is computed of
/// them.</summary>
/// <param name="Column">The column that ranks first.</param>
/// <param name="Seals">Of each row; null where it has none.</param>
internal sealed record RowCases(string Column, IReadOnlyList<Digest?> Seals, OpenSeal Open)
{
    /// <summary>Equal names have equal vectors.</summary>
    public string Name => string.Join(' ', Seals.Select(seal => seal.ToString()).Prepend(Column));

    /// <summary>The vectors of the first rows, up to one that has none of the column and of the same cases.</summary>
    public IReadOnlyList<CaseVector> Vectors()
    {
        List<CaseVector> vectors = [];
        foreach (Digest? seal in Seals)
        {
            if (seal is not { } known || Open(known) is not { } text)
                break;
            CaseVector vector = CaseVector.Parse(text);
            if (vector.Column != Column || vectors.Count > 0 && !vectors[0].Cases.SequenceEqual(vector.Cases, StringComparer.Ordinal))
                break;
            vectors.Add(vector);
        }
        return vectors;
    }

    public static IReadOnlyList<double[]> ValuesOf(IReadOnlyList<CaseVector> vectors) =>
        [.. vectors.Select(vector => (double[])[.. vector.Values])];
}
