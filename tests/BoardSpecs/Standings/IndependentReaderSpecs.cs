using System.Globalization;
using CsCheck;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Rewards;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Tables;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>Chain, standings, ladders and ledger once more in Python, from the export alone.</summary>
public class IndependentReaderSpecs
{
    /// <summary>Each log is a process in another language; in the soak there are more.</summary>
    private static readonly int Logs = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1" ? 200 : 12;

    [Fact]
    public void It_finds_the_same_standings_with_their_ladders()
    {
        int rows = 0;
        ContestStory.Random.Sample(
            story =>
            {
                Contest contest = new(story.Open);
                foreach (Entry entry in story.Log())
                    contest.Apply(entry);
                List<string> said = [];
                foreach (ContestPhase phase in contest.Phases)
                {
                    said.AddRange(Said(phase, "provisional", contest.Released(phase)));
                    said.AddRange(Said(phase, "final", contest.Final(phase, Audience.Organiser)!));
                }
                Assert.Equal((0, string.Join('\n', said)), IndependentReader.Run("standings", Export(story.Chained(), story.Seals)));
                rows += said.Count;
            },
            iter: Logs, threads: 1);
        Assert.True(rows > Logs, "the logs are too short to prove anything");
    }

    [Fact]
    public void It_finds_the_same_ledger()
    {
        RewardStory story = new();
        (Contest contest, IReadOnlyList<Entry> log) = RewardStory.Written(story.Told, story.Open, chained: true);
        string due = string.Join('\n',
            RewardFold.Due(contest).Select(award => $"{award.Id} {award.Team} {award.Points}").Order(StringComparer.Ordinal));
        Assert.Equal((0, due + "\nthe log's ledger is the same"), IndependentReader.Run("ledger", Export(log, story.Seals)));
    }

    [Fact]
    public void It_finds_the_changed_byte_too()
    {
        RewardStory story = new();
        byte[] file = Export(RewardStory.Written(story.Told, story.Open, chained: true).Log, story.Seals);
        file[^2] ^= 1;
        Assert.Equal(1, IndependentReader.Run("chain", file).Code);
    }

    private static IEnumerable<string> Said(ContestPhase phase, string kind, StandingsTable table)
    {
        int first = table.Columns.ToList().FindIndex(column => column.Name == table.Phase.Ranking.Columns[0]);
        return table.All().Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{phase.Name} {kind} {row.Rank} {row.Team} {row.Submission} {row.Values[first]:0.##########}"));
    }

    private static byte[] Export(IReadOnlyList<Entry> log, IEnumerable<SealedText> seals)
    {
        using MemoryStream file = new();
        LogFile.Write(file, log, seals);
        return file.ToArray();
    }
}
