namespace Evaluator.Board.Texts;

/// <summary>What a contest's page says of its promised answers.</summary>
internal abstract class AnswerWords
{
    public static AnswerWords English { get; } = new EnglishAnswerWords();

    public static AnswerWords Dutch { get; } = new DutchAnswerWords();

    public abstract string Title { get; }

    /// <summary>What the promise is good for.</summary>
    public abstract string Means { get; }

    public abstract string Set { get; }

    public abstract string Promised { get; }

    public abstract string Opened { get; }

    public abstract string NotYet { get; }

    public abstract string Corrected { get; }

    public abstract string Erased { get; }

    public abstract string Entry(long seq);

    public abstract string Hashes(int count);
}
