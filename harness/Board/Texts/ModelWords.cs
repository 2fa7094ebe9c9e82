namespace Evaluator.Board.Texts;

/// <summary>What the pages of open models say.</summary>
internal abstract class ModelWords
{
    public static ModelWords English { get; } = new EnglishModelWords();

    public static ModelWords Dutch { get; } = new DutchModelWords();

    public abstract string Title { get; }

    public abstract string OpenFrom { get; }

    public abstract string NoneYet { get; }

    public abstract string LineageMeans { get; }

    public abstract string Order { get; }

    public abstract string Newest { get; }

    public abstract string Best { get; }

    public abstract string MostLiked { get; }

    public abstract string MostUsed { get; }

    public abstract string Likes { get; }

    public abstract string BasedOn { get; }

    public abstract string UsedBy { get; }

    public abstract string Source { get; }

    public abstract string IsCut { get; }

    public abstract string NoText { get; }

    public abstract string Like { get; }

    public abstract string LikeNoLonger { get; }

    public abstract string Liked { get; }

    public abstract string LikedNoLonger { get; }

    public abstract string BasedOnHint { get; }

    public abstract string SayBasedOn { get; }

    public abstract string BasedOnSaid { get; }

    public abstract string ShowWay { get; }

    public abstract string LikedBy(int people);

    /// <summary>How much a child is better or worse than its parent.</summary>
    public abstract string Gained(string figure, bool isWorse);

    /// <summary>Read out in place of the picture.</summary>
    public abstract string Drawn(int models, int links);
}
