namespace Evaluator.Cli.Screens;

/// <summary>A column of a <see cref="FittedTable"/>.</summary>
/// <param name="Keep">How long it is kept where room is short: 0 is never dropped, of the others the lowest goes first.</param>
/// <param name="IsText">Free text, which may be cut; ids and numbers never are.</param>
internal sealed record FittedColumn(string Header, int Keep, bool IsText, bool IsNumber)
{
    /// <summary>Narrower, and a text says nothing any more.</summary>
    public const int LeastText = 14;
}
