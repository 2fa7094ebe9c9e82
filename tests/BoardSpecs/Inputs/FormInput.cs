namespace Evaluator.BoardSpecs.Inputs;

/// <summary>What a page does with a form, and the fields that it takes, as the program itself says it.</summary>
/// <param name="Handler">Empty where the page has one form.</param>
/// <param name="File">The field of a file; null where it takes none.</param>
internal sealed record FormInput(string Page, string Handler, IReadOnlyList<string> Fields, string? File)
{
    public string Name => $"{Page} {Handler}";
}
