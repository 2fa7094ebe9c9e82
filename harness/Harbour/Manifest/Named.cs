namespace Evaluator.Harbour.Manifest;

/// <summary>A value of a column in both languages. The Dutch one is that of the original tables, spelling included.</summary>
public readonly record struct Named(string English, string Dutch)
{
    public static implicit operator Named(string same) => new(same, same);

    public static implicit operator Named((string English, string Dutch) both) => new(both.English, both.Dutch);

    public string In(Language language) => language == Language.Dutch ? Dutch : English;
}
