using System.Data.Common;
using Dapper;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Evaluator.Jobs;

namespace Evaluator.Board.Work;

/// <summary>
/// Writes down for workers what is to be evaluated, and how: from the submission's row, the challenge, and the board's settings.
/// </summary>
internal sealed class WorkOrders(Database database, ContestData data, BoardSettings settings)
{
    /// <summary>The contest's own months; its limits are the challenge's.</summary>
    private const string OfficialMonths = "9-12";

    /// <summary>Wall-clock time is the backstop for sleepers: twice the CPU time, as in the contest (30 s and 60 s).</summary>
    private const double WallFactor = 2;

    /// <returns>Null where the board has no such submission.</returns>
    public NewEvaluation? Of(RunningContest contest, string submission, string set, string? profile, int generation)
    {
        using DbConnection connection = database.Read();
        (string Phase, string Team, string Name, string Sha256, long Bytes) row =
            connection.QuerySingleOrDefault<(string Phase, string Team, string Name, string Sha256, long Bytes)>(
            "SELECT phase, team, file_name, sha256, bytes FROM submission WHERE id = @submission AND contest = @Name", new
            {
                submission,
                contest.Name
            });
        return row.Phase is null
            ? null
            : new NewEvaluation(contest.Name, row.Phase, row.Team, submission, set, profile, generation,
                Order(contest, NewEvaluation.IdOf(submission, set, profile, generation), new HandedInFile(row.Name, row.Sha256, row.Bytes),
                    set, profile));
    }

    /// <param name="file">The baseline's file, which is in the blobs.</param>
    public NewEvaluation OfBaseline(RunningContest contest, Baseline baseline, Phase phase, string set, HandedInFile file)
    {
        // The same commit by a tag and by its id is two baselines of the same bytes.
        string own = baseline.Repository is null ? "" : baseline.Name + "-";
        string id = $"baseline-{contest.Name}-{phase.Name}-{own}{file.Sha256[..12]}";
        return new NewEvaluation(contest.Name, phase.Name, "", id, set, null, 0,
            Order(contest, NewEvaluation.IdOf(id, set, null, 0), file, set, null))
        { Baseline = baseline.Name };
    }

    private EvaluationOrder Order(RunningContest contest, string id, HandedInFile file, string set, string? profile)
    {
        PredictorTask task = contest.Challenge.Predictor!;
        HardwareProfile? tighter = profile is null ? null : task.Profiles.FirstOrDefault(one => one.Name == profile);
        return new EvaluationOrder
        {
            Id = id,
            Submission = file,
            Data = data.Of(contest.Name),
            Set = set,
            Months = task.Months ?? OfficialMonths,
            CpuSeconds = task.CpuSeconds,
            WallSeconds = WallFactor * task.CpuSeconds,
            MemoryMebibytes = tighter?.MemoryMebibytes ?? task.MemoryMebibytes,
            Cores = tighter?.Cores,
            SandboxLevel = settings.RequiredSandboxLevel,
            CasesOfShard = settings.CasesOfShard,
        };
    }
}
