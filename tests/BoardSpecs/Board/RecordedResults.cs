using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Writes results into a board's log beside the running web process, as another process may: for specs of what pages show, where no worker
/// is wanted.
/// </summary>
internal sealed class RecordedResults : IDisposable
{
    private readonly Database database;
    private readonly Journal journal;

    public RecordedResults(string folder)
    {
        database = Database.Open(BoardFolder.Open(folder));
        journal = new Journal(database, new Seals(database), TimeProvider.System, NullLogger<Journal>.Instance);
        journal.CatchUp();
    }

    public void Dispose() => database.Dispose();

    public void Scored(string contest, string submission, string set, decimal score, decimal cpuSeconds, int generation = 0)
    {
        ResultValues values = new(new Dictionary<string, decimal> { ["score"] = score, ["cpuSeconds"] = cpuSeconds }, null);
        SealedText sealedValues = SealedText.Fresh(values.ToText());
        Append(contest, new EvaluationRecorded
        {
            Submission = submission,
            Set = set,
            Generation = generation,
            Outcome = Outcome.Scored,
            Values = sealedValues.Seal
        }, sealedValues);
    }

    public void Failed(string contest, string submission, string set) =>
        Append(contest, new EvaluationRecorded { Submission = submission, Set = set, Generation = 0, Outcome = Outcome.Failed });

    public void Append(string contest, EntryBody body, params SealedText[] texts) =>
        journal.Append(contest, new Draft("w-spec", body, texts, null));
}
