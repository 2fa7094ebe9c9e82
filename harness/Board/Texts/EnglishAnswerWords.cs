namespace Evaluator.Board.Texts;

/// <summary>English.</summary>
internal sealed class EnglishAnswerWords : AnswerWords
{
    public override string Title => "The answers are fixed";
    public override string Means => "The log has a salted hash of each answer, from the time below on. Once the phases are "
        + "published the salts are opened there, and `evaluator board verify --answers` shows "
        + "whether the answers are still those.";
    public override string Set => "Set";
    public override string Promised => "Promised";
    public override string Opened => "Opened";
    public override string NotYet => "when its phases are published";
    public override string Corrected => "Corrected";
    public override string Erased => "the reason was erased";

    public override string Entry(long seq) => $"entry {seq}";

    public override string Hashes(int count) => count == 1 ? "The hash" : $"The {count} hashes";
}
