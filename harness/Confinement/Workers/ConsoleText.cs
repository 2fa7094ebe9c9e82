namespace Evaluator.Confinement.Workers;

/// <summary>What a predictor printed: the first MiB of it, and how many bytes it was.</summary>
public sealed record ConsoleText(string Text, long Bytes)
{
    private const int CharactersOfStart = 2000, CharactersOfEnd = 6000;

    /// <summary>The last lines of what was kept, whole ones.</summary>
    public string End
    {
        get
        {
            const int most = 40;
            string text = Text.TrimEnd();
            string[] lines = (text.Length <= CharactersOfEnd ? text : text[^CharactersOfEnd..]).Split('\n');
            bool isCut = text.Length > CharactersOfEnd || lines.Length > most;
            return isCut ? "…\n" + string.Join('\n', lines.Skip(Math.Max(1, lines.Length - most))) : text;
        }
    }

    public string Start => Text.Length <= CharactersOfStart ? Text : Text[..CharactersOfStart] + " …";
}
