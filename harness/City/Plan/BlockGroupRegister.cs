namespace Evaluator.City.Plan;

/// <summary>
/// The ids of the block groups: state 25, county 025, a six-digit tract and one digit. Boston numbers its tracts by 15 districts
/// (0001.00 … 1405.00); so does the city. Ids depend on the number of block groups alone, never on the seed, so that sets and
/// case names stay comparable from city to city.
/// </summary>
public static class BlockGroupRegister
{
    public const int Districts = 15;
    private const int BostonsBlockGroups = 544;

    /// <summary>The example cases of the contest's statement; every city has them.</summary>
    public static readonly string[] Examples =
        ["250250201003", "250250906003", "250251205002", "250251008005", "250251001006"];

    /// <summary>District (0 … 14) of a block group id.</summary>
    public static int DistrictOf(string id) => int.Parse(id.AsSpan(5, 2));

    /// <summary>
    /// <paramref name="count"/> ids in ordinal order: all of the register, or the examples and an even choice of the rest.
    /// </summary>
    public static string[] Ids(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Examples.Length);
        List<string> register = Full(Math.Max(count, BostonsBlockGroups));
        string[] others = register.Except(Examples).ToArray();
        int wanted = count - Examples.Length;
        IEnumerable<string> chosen = Enumerable.Range(0, wanted).Select(i => others[(int)((long)i * others.Length / wanted)]);
        return Examples.Concat(chosen).Order(StringComparer.Ordinal).ToArray();
    }

    private static List<string> Full(int count)
    {
        var ids = new List<string>(count);
        for (int district = 0; district < Districts; district++)
        {
            int left = count * (district + 1) / Districts - count * district / Districts;
            for (int tract = 1; left > 0; tract++)
            {
                int size = Math.Min(left, TractSize(district, tract));
                for (int digit = 1; digit <= size; digit++)
                    ids.Add($"25025{district:00}{tract:00}00{digit}");
                left -= size;
            }
        }
        return ids;
    }

    /// <summary>2 to 5 block groups a tract, 3.5 on average as in Boston, more where an example case needs it.</summary>
    private static int TractSize(int district, int tract)
    {
        string stem = $"25025{district:00}{tract:00}00";
        int needed = Examples.Where(id => id.StartsWith(stem, StringComparison.Ordinal)).Select(id => id[^1] - '0').DefaultIfEmpty().Max();
        return Math.Max(needed, 2 + (district * 7 + tract * 3) % 4);
    }
}
