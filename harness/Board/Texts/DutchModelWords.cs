namespace Evaluator.Board.Texts;

/// <summary>Dutch.</summary>
internal sealed class DutchModelWords : ModelWords
{
    public override string Title => "Open modellen";
    public override string OpenFrom => "Ze gaan open";
    public override string NoneYet =>
        "Er is nog geen model open. Wat open is, staat hier voor iedereen om te lezen, te waarderen en op voort te bouwen.";
    public override string LineageMeans =>
        "Een stip voor elk model, een lijn van elk naar wat erop voortbouwt. Het getal onder “op voortgebouwd” tekent de weg van één.";
    public override string Order => "Volgorde";
    public override string Newest => "Nieuwste";
    public override string Best => "Beste";
    public override string MostLiked => "Meest gewaardeerd";
    public override string MostUsed => "Meest op voortgebouwd";
    public override string Likes => "Waardering";
    public override string BasedOn => "Bouwt voort op";
    public override string UsedBy => "Op voortgebouwd";
    public override string Source => "Broncode";
    public override string IsCut => "Het gaat verder; de download heeft alles.";
    public override string NoText => "Er is geen tekst om te tonen; download het.";
    public override string Like => "Ik vind het goed";
    public override string LikeNoLonger => "Ik vind het niet meer goed";
    public override string Liked => "Je vindt het goed.";
    public override string LikedNoLonger => "Je vindt het niet meer goed.";
    public override string BasedOnHint =>
        "Het kenmerk van een inzending waarop jullie voortbouwen, een eigen of een open. Wat gezegd is, blijft staan.";
    public override string SayBasedOn => "Leg het vast";
    public override string BasedOnSaid => "Het is vastgelegd.";
    public override string ShowWay => "Wie bouwt voort op wie";

    public override string LikedBy(int people) => people switch
    {
        0 => "Nog niemand vindt het goed.",
        1 => "Eén mens vindt het goed.",
        _ => $"{people} mensen vinden het goed."
    };

    public override string Gained(string figure, bool isWorse) => $"{figure} {(isWorse ? "slechter" : "beter")}";

    public override string Drawn(int models, int links) =>
        $"Wie bouwt voort op wie: {models} modellen, {links} keer bouwt er één voort op een ander";
}
