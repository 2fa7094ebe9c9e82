namespace Evaluator.Confinement.Languages;

/// <summary>What a compiler is asked for beside the code.</summary>
internal enum Symbols
{
    /// <summary>What is played: the code and nothing else, since all of it counts.</summary>
    None,

    /// <summary>The same code once more, with its names and lines: for looking up where it failed.</summary>
    OfSameCode,

    /// <summary>Other code, as it is written rather than fast, which knows where its source stands.</summary>
    ForDebugger,
}
