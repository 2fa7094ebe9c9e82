using Evaluator.Board.Baselines;
using Evaluator.Challenges;

namespace Evaluator.Board.Organising;

/// <summary>A baseline as organisers see it.</summary>
/// <param name="Source">Null unless it stands in a repository that was asked for.</param>
/// <param name="Says">How far it is: of its repository, then of each phase.</param>
internal sealed record BaselineView(Baseline Baseline, BaselineSource? Source, IReadOnlyList<string> Says)
{
    /// <summary>The file, or the repository with the commit or tag; nothing where the values are given.</summary>
    public string From => Baseline.File ?? (Baseline.Repository is { } repository
        ? $"{repository.Url} {repository.Tag ?? repository.Commit![..7]}{(repository.Path.Length > 0 ? " " + repository.Path : "")}" : "");

    public bool MayBeTriedAgain => Source?.State == BaselineSource.Refused;
}
