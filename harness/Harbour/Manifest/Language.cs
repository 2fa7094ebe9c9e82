namespace Evaluator.Harbour.Manifest;

/// <summary>Of the tables' values, the story and the starters. The columns keep the names of the original contest.</summary>
public enum Language
{
    English,
    Dutch,
}
