namespace Evaluator.Board.Texts;

/// <summary>English.</summary>
internal sealed class EnglishModelWords : ModelWords
{
    public override string Title => "Open models";
    public override string OpenFrom => "They open";
    public override string NoneYet => "No model is open yet. What is open appears here for everybody to read, to like and to build on.";
    public override string LineageMeans =>
        "A dot for each model, a line from each to those that are based on it. The number under “built upon” draws the way of one.";
    public override string Order => "Order";
    public override string Newest => "Newest";
    public override string Best => "Best";
    public override string MostLiked => "Most liked";
    public override string MostUsed => "Most built upon";
    public override string Likes => "Likes";
    public override string BasedOn => "Based on";
    public override string UsedBy => "Built upon";
    public override string Source => "Source";
    public override string IsCut => "It goes on; the download has all of it.";
    public override string NoText => "There is no text in it to show; download it.";
    public override string Like => "I like it";
    public override string LikeNoLonger => "I like it no longer";
    public override string Liked => "You like it.";
    public override string LikedNoLonger => "You like it no longer.";
    public override string BasedOnHint => "The id of a submission that you built on, one of your own or an open one. It stays said.";
    public override string SayBasedOn => "Say so";
    public override string BasedOnSaid => "It is on record.";
    public override string ShowWay => "Who built on whom";

    public override string LikedBy(int people) => people switch
    {
        0 => "Nobody likes it yet.",
        1 => "One person likes it.",
        _ => $"{people} people like it."
    };

    public override string Gained(string figure, bool isWorse) => $"{figure} {(isWorse ? "worse" : "better")}";

    public override string Drawn(int models, int links) => $"Who built on whom: {models} models, {links} times one is based on another";
}
