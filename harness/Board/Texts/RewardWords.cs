using System.Globalization;
using Evaluator.Challenges;

namespace Evaluator.Board.Texts;

/// <summary>What the pages of rewards say.</summary>
internal abstract class RewardWords
{
    public static RewardWords English { get; } = new EnglishRewardWords();

    public static RewardWords Dutch { get; } = new DutchRewardWords();

    public abstract string Title { get; }

    public abstract string Rules { get; }

    public abstract string Ended { get; }

    public abstract string Nothing { get; }

    public abstract string WhoHasWhat { get; }

    public abstract string Points { get; }

    public abstract string History { get; }

    public abstract string AllTeams { get; }

    public abstract string For { get; }

    public abstract string Given { get; }

    public abstract string Submission { get; }

    public abstract string TakenBack { get; }

    public abstract string Newer { get; }

    public abstract string Older { get; }

    /// <summary>The box of the hand-in form.</summary>
    public abstract string IsSingleModel { get; }

    protected abstract string Point { get; }

    /// <summary>What a rule pays, in a sentence.</summary>
    /// <param name="column">The title of the column that it looks at.</param>
    public abstract string Says(RewardRule rule, string column);

    protected string Number(decimal? number) => (number ?? 0).ToString("0.#########", CultureInfo.InvariantCulture).Replace(".", Point);
}
