namespace Evaluator.Board.Repositories;

internal enum HookEventKind
{
    /// <summary>Of a branch or a tag.</summary>
    Push,

    /// <summary>A host's first word after the hook was made.</summary>
    Ping,

    /// <summary>Something that hands nothing in: issues, reviews, releases.</summary>
    Other,
}
