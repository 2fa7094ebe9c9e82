namespace Evaluator.Board.Texts;

/// <summary>Dutch.</summary>
internal sealed class DutchAnswerWords : AnswerWords
{
    public override string Title => "De antwoorden liggen vast";
    public override string Means => "Het logboek heeft van elk antwoord een hash met zout, vanaf het tijdstip hieronder. Als de "
        + "fasen gepubliceerd zijn, staat het zout daar open, en `evaluator board verify --answers` laat zien of "
        + "de antwoorden nog dezelfde zijn.";
    public override string Set => "Deel";
    public override string Promised => "Vastgelegd";
    public override string Opened => "Geopend";
    public override string NotYet => "als de fasen gepubliceerd zijn";
    public override string Corrected => "Verbeterd";
    public override string Erased => "de reden is gewist";

    public override string Entry(long seq) => $"regel {seq}";

    public override string Hashes(int count) => count == 1 ? "De hash" : $"De {count} hashes";
}
