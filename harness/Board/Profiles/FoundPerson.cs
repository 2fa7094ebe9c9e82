using Evaluator.Standings.Profiles;

namespace Evaluator.Board.Profiles;

/// <summary>A person whom a search found, with what it looked at.</summary>
/// <param name="Best">The best place, by the share of teams behind it.</param>
/// <param name="BuiltUpon">How often others built on their work.</param>
/// <param name="Last">When they last handed in; null where that is not shown.</param>
internal sealed record FoundPerson(Profile Profile, ProfilePlace? Best, int Points, int BuiltUpon, int Contests, DateTimeOffset? Last);
