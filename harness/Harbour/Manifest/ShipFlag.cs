namespace Evaluator.Harbour.Manifest;

/// <summary>Four flags, all as frequent, and none of them matters.</summary>
internal static class ShipFlag
{
    public static IReadOnlyList<Named> All { get; } = ["Panama", "Liberia", "Hong Kong", ("Marshall Islands", "Marschall Islands")];
}
