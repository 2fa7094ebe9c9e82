using System.Text;

namespace Evaluator.Benchmarks.Board;

/// <summary>What would limit a board of 1,000 workers and of 100,000 teams: calculated from what was measured, each number's way in its
/// line.</summary>
/// <param name="ShardSeconds">How long a shard took, and what workers posted of each case.</param>
/// <param name="Sqlite">Writes a second of the one writer; so <paramref name="Postgres"/>.</param>
/// <param name="Asked">Askings for a job a second that got none.</param>
internal sealed record GrowthLimits(
    double ShardSeconds, double BytesOfCase, int CasesOfShard, double Sqlite, double? Postgres, double Asked)
{
    private const int Workers = 1_000, Teams = 100_000, HandInsADay = 2, CasesOfSet = 95;
    private const double Heartbeat = 3, Wait = 20, Look = 1;    // seconds, as Board/Work/WorkQueue and Cli/Work/Workplace have them
    private const double Long = 30, Day = 86_400;               // seconds of a case that uses its time, and of a day

    /// <summary>The worker is seen, the lease, and each case with its result.</summary>
    private int WritesOfShard => 2 + CasesOfShard;

    private double OfShort => 1 / Heartbeat + WritesOfShard / ShardSeconds;

    private double OfLong => 1 / Heartbeat + WritesOfShard / (CasesOfShard * Long);

    public string Page()
    {
        StringBuilder page = new("\n");
        void Line(string line) => page.Append(line).Append('\n');    // the culture is invariant in every process of ours

        Line($"what would limit {Workers:N0} workers");
        Line($"- the one writer: a worker writes once in {Heartbeat:F0} s and {WritesOfShard} times a shard of {CasesOfShard} cases");
        page.Append(Store("SQLite", Sqlite)).Append(Postgres is { } writes ? Store("PostgreSQL", writes) : "");
        Line($"  {Workers:N0} workers, cases of {Long:F0} s: {Workers * OfLong:F0} a second, {Workers / Heartbeat:F0} of them heartbeats");
        // News: an evaluation is added, planned, ready to be merged.
        double looks = 1 / Wait + 1 / Look + 3 * Workers / Long / CasesOfSet;
        Line($"- who waits at the own queue asks once in {Wait:F0} s, and is looked up once in {Look:F0} s and at news:");
        Line($"  {looks:F1} times a second; {Asked:F0} askings in vain a second were answered / {looks:F1} = {Asked / looks:F0} that wait");
        Line($"- what is posted: {BytesOfCase / 1024:F0} KiB a case * {Workers / Long:F0} cases a second = "
            + $"{Workers / Long * BytesOfCase / 1048576:F1} MiB a second, {Workers / Long * BytesOfCase * Day / 1e9:F0} GB a day");

        double evaluations = Teams * HandInsADay / Day, atWork = evaluations * CasesOfSet * Long, entries = 2 * evaluations;
        page.Append('\n');
        Line($"what would limit {Teams:N0} teams, {HandInsADay} hand-ins a day each");
        Line($"- the cases: {evaluations:F1} evaluations a second * {CasesOfSet} cases * {Long:F0} s = {atWork:N0} workers at work,");
        Line($"  which ask for {atWork * OfLong:N0} writes a second");
        Line($"- the log: {entries:F1} entries a second = {entries * Day * 30 / 1e6:F0} million in 30 days; `-- board 10000 1000000` says");
        Line($"  what a million takes in memory, and how long it is read at a start");
        return page.ToString();
    }

    private string Store(string store, double writes) =>
        $"  {store}: {writes:F0} a second measured / {OfShort:F2} a worker = {writes / OfShort:F0} workers of such short cases, "
        + $"/ {OfLong:F2} = {writes / OfLong:F0} of cases that take {Long:F0} s\n";
}
