namespace Evaluator.Confinement.Workers;

/// <summary>What a predictor printed: the first MiB of it, and how many bytes it was.</summary>
public sealed record ConsoleText(string Text, long Bytes)
{
    private const int CharactersOfStart = 2000;

    public string Start => Text.Length <= CharactersOfStart ? Text : Text[..CharactersOfStart] + " …";
}
