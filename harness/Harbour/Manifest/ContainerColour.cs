namespace Evaluator.Harbour.Manifest;

/// <summary>Five colours, all as frequent; the sixth is rare and means trouble.</summary>
internal static class ContainerColour
{
    public const int SpaceBlack = 5;

    public static IReadOnlyList<string> All { get; } = ["Cherryred", "Darkgreen", "Grey", "White", "Green", "SpaceBlack"];
}
