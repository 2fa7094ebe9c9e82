using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Microsoft.AspNetCore.Authorization;

namespace Evaluator.Board.Submissions;

/// <summary>/c/CONTEST/submissions: what the own team handed in.</summary>
[Authorize(Policies.Competitor)]
internal sealed class SubmissionsPage(ContestShelf shelf, TimeProvider clock, SubmissionViews views) : ContestPage(shelf, clock)
{
    public IReadOnlyList<SubmissionView> Submissions { get; private set; } = [];

    public void OnGet() => Submissions = views.Own(Visitor, Contest);
}
