namespace Evaluator.Standings.Log.Bodies;

/// <summary>
/// What an entry says. One type for each kind; all are plain values without personal data: people, teams and texts are ids or seals. Ids
/// are given
/// out by the board and never used again.
/// </summary>
public abstract record EntryBody;
