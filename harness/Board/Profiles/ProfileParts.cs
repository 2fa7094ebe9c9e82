namespace Evaluator.Board.Profiles;

/// <summary>What a person lets others see. Nothing, until the person says otherwise.</summary>
[Flags]
internal enum ProfileParts
{
    None = 0,

    /// <summary>That there is a page, with the name, the contests and a line about oneself; without it there is none.</summary>
    Page = 1,

    Places = 2,

    /// <summary>When one's teams handed in, what one's commits moved, and who built on whom.</summary>
    Submissions = 4,

    Rewards = 8,

    /// <summary>What other boards have signed.</summary>
    Elsewhere = 16,

    All = 31,
}
