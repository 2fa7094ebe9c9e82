using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Answers;

/// <summary>
/// Opens answers: after every entry it asks the pure fold which are due, and appends their salts. So it is all the same who publishes (an
/// organiser's page, a program, the clock), and a correction of what is open already is opened too. It remembers nothing that a restart
/// could lose.
/// </summary>
internal sealed class AnswerOpener(Journal journal, AnswerShelf shelf, TimeProvider clock, ILogger<AnswerOpener> log) : BackgroundService
{
    private const string Actor = "board";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);   // a contest that is added has no news to wait for yet

    private readonly Dictionary<string, long> lookedAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Task[] news = [.. journal.All.Select(contest => contest.News)];
            foreach (LiveContest contest in journal.All)
                TryOpen(contest);
            await Task.WhenAny([.. news, Task.Delay(Look, clock, stop)]);
        }
    }

    private void TryOpen(LiveContest contest)
    {
        try
        {
            Open(contest);
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or IOException or BoardFolderException)
        {
            Say(contest, broken.Message);
        }
    }

    private void Open(LiveContest contest)
    {
        long seq = contest.Last?.Seq ?? 0;
        if (lookedAt.GetValueOrDefault(contest.Name) == seq)
            return;
        if (contest.Ask(fold => fold.AnswersDue().Count) > 0)
            seq = journal.Append(contest.Name, (now, _) => [.. now.Ask(fold => fold.AnswersDue()).Select(due => Opening(now, due))
                .OfType<AnswersRevealed>().Select(salts => new Draft(Actor, salts))]) is [.., var last] ? last.Seq : seq;
        lookedAt[contest.Name] = seq;
    }

    private AnswersRevealed? Opening(LiveContest contest, AnswersCommitted due)
    {
        AnswersRevealed? salts = shelf.Promised(contest.Name).Opening(due);
        if (salts is null)
            Say(contest, $"the salts of the set {due.Set} are not in {AnswerShelf.SaltsFile}; put it back from a backup made "
                + "--with-secrets, and start the board again");
        return salts;
    }

    /// <summary>Once, not every second.</summary>
    private void Say(LiveContest contest, string what)
    {
        if (said.GetValueOrDefault(contest.Name) != what)
            log.LogError("The answers of {Contest} are due to be opened, and can't be: {What}", contest.Name, what);
        said[contest.Name] = what;
    }
}
