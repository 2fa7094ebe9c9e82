using System.Text.RegularExpressions;
using DbUp.Engine;

namespace Evaluator.Board.Store;

/// <summary>Texts are compared by their bytes, as in SQLite, whatever language a PostgreSQL database was made for: the same order on
/// pages, in exports and in folds.</summary>
internal sealed partial class ByteOrder : IScriptPreprocessor
{
    public string Process(string contents) => ColumnOfText().Replace(contents, "TEXT COLLATE \"C\"");

    [GeneratedRegex(@"\bTEXT\b")]
    private static partial Regex ColumnOfText();
}
