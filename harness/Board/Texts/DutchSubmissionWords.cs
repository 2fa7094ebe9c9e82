namespace Evaluator.Board.Texts;

/// <summary>Dutch.</summary>
internal sealed class DutchSubmissionWords : SubmissionWords
{
    public override string Title => "Inzending";
    public override string Running => "Wordt uitgevoerd.";
    public override string Queued => "In de rij: wacht op een werker.";
    public override string QueuedAgain => "Opnieuw in de rij na een fout van ons. Het kost jullie niets.";
    public override string Unsettled =>
        "Opgegeven na fouten van ons. Het heeft jullie niets gekost; de organisatie kan het opnieuw laten beoordelen.";
    public override string Failed => "Klaar: er is geen score. Het heeft een poging gekost.";
    public override string Refused => "Geweigerd voor er iets van liep. Het heeft niets gekost.";
    public override string DoneUnreleased => "Klaar. Er is nog niets van vrijgegeven.";
    public override string Done => "Klaar.";
    public override string Reload => "Laad de pagina opnieuw om te zien hoe ver het is.";
    public override string IsIgnored => "De organisatie heeft deze uit de stand gehaald.";
    public override string IsWithdrawn => "Jullie team heeft deze teruggetrokken.";
    public override string Released => "Wat ervan is vrijgegeven";
    public override string By => "Ingeleverd door";
    public override string Received => "Ontvangen";
    public override string Size => "Grootte";
    public override string Id => "Kenmerk";
    public override string Download => "Download wat is ingeleverd";
    public override string Receipt => "Download het ontvangstbewijs";
    public override string ReceiptMeans => "Het ondertekende woord van dit bord dat het dit bestand heeft, en sinds wanneer.";
    public override string Cases => "De gevallen";
    public override string IsChosen => "Deze is gekozen voor de finale.";
    public override string MayChoose =>
        "Voor de finale mag jullie team hoogstens twee inzendingen kiezen; zonder keuze telt de beste.";
    public override string Choose => "Kies deze voor de finale";
    public override string ChooseNoLonger => "Kies deze niet meer";
    public override string ChosenNoLonger => "Deze is niet meer gekozen.";
    public override string Withdraw => "Trek deze terug";
    public override string WithdrawMeans => "Ze gaat uit de stand. De organisatie kan haar terughalen.";
    public override string Withdrawn => "Teruggetrokken.";

    public override string Ladder(bool isImprovement, string gain) =>
        (isImprovement ? "Het telt als een verbetering." : "Het telt niet als een verbetering: het verschil kan geluk zijn.")
        + $" Jullie team staat op +{gain} % boven het vaste punt.";
}
