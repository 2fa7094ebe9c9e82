using System.Diagnostics;

namespace Evaluator.Benchmarks.Races;

/// <summary>
/// Times subjects against each other: alternately, in many short turns, the best turn of each. On a machine shared with other
/// work the best turn is the one that was left alone; means and single long runs are not comparable there.
/// </summary>
internal sealed class Race(int rounds)
{
    private readonly List<(string Name, Action Turn, double Units)> subjects = [];

    /// <param name="name">What is timed.</param>
    /// <param name="units">What one turn's time is divided by: location-months scored in it.</param>
    /// <param name="turn">Some 0.1 to 5 ms of work.</param>
    public void Add(string name, double units, Action turn) => subjects.Add((name, turn, units));

    /// <summary>Best nanoseconds a unit, by name.</summary>
    public Dictionary<string, double> Run() => Run(parts: 1).ToDictionary(subject => subject.Key, subject => subject.Value[0]);

    /// <summary>
    /// The same in each of several parts of the race, which follow each other. Before them one goes by untimed: in it the subjects are
    /// compiled in earnest, and a yardstick that is not yet would make all others look fast.
    /// </summary>
    public Dictionary<string, double[]> Run(int parts)
    {
        var best = subjects.ToDictionary(subject => subject.Name, _ => Enumerable.Repeat(double.MaxValue, parts).ToArray());
        for (int round = parts == 1 ? 0 : -rounds / parts; round < rounds; round++)
        {
            foreach ((string name, Action turn, double units) in subjects)
            {
                long start = Stopwatch.GetTimestamp();
                turn();
                if (round < 0)
                    continue;
                ref double least = ref best[name][round * parts / rounds];
                least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds / units);
            }
        }
        return best;
    }
}
