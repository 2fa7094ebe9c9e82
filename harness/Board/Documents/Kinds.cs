using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Documents;

/// <summary>The documents that winners are asked for, by the names that addresses and rows have.</summary>
internal static class Kinds
{
    public static IReadOnlyList<(string Name, string Title, DocumentKind Kind)> All { get; } =
    [
        ("derivation", "How the parameters were derived", DocumentKind.Derivation),
        ("licences", "Licences of the code that is included", DocumentKind.Licences),
    ];

    public static string TitleOf(string name) => All.FirstOrDefault(kind => kind.Name == name).Title ?? name;
}
