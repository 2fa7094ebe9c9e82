using Evaluator.City.Randomness;

namespace Evaluator.City.Plan;

/// <summary>
/// Names of streets. A line of the lattice is cut into streets of 3 to 12 blocks. A few names are not ASCII, as in any city.
/// </summary>
internal sealed class StreetNames(ulong seed, int direction)
{
    private static readonly string[] Stems =
    [
        "Alder", "Amory", "Arcadia", "Ashfield", "Auburn", "Baker", "Barlow", "Beech", "Belmont", "Birch", "Blake", "Bowen", "Bridge",
        "Calder", "Canal", "Cedar", "Chapel", "Chester", "Clifton", "Colby", "Copley", "Crane", "Dalton", "Dewey", "Dover", "Elder",
        "Ellis", "Elm", "Essex", "Fairlawn", "Farragut", "Fenton", "Fern", "Forge", "Fulton", "Garden", "Gibson", "Glen", "Grafton",
        "Granite", "Hale", "Harbor", "Hawthorn", "Hazel", "Heath", "Hobart", "Holly", "Hull", "Ivy", "Jasper", "Juniper", "Keller",
        "Kendall", "Kirk", "Lamont", "Larch", "Laurel", "Linden", "Lowell", "Malvern", "Maple", "Marion", "Mill", "Moreland", "Mystic",
        "Nelson", "Norfolk", "Oak", "Olive", "Orchard", "Palmer", "Park", "Parker", "Pearl", "Perkins", "Pine", "Pond", "Porter",
        "Prescott", "Quarry", "Quincy", "Reservoir", "Ridge", "River", "Rowan", "Rutland", "Salem", "School", "Sheldon", "Spruce",
        "Stanton", "Sumac", "Tanner", "Temple", "Thorn", "Tremont", "Union", "Vernon", "Vine", "Wachusett", "Walnut", "Warren",
        "Waverly", "Willow", "Winslow", "Wren", "Yarmouth", "Père Marquette", "Saint-André", "Muñoz",
    ];

    private static readonly string[] Kinds = ["St", "St", "St", "St", "Ave", "Ave", "Rd", "Rd", "Ter", "Pl", "Way", "Ct"];

    /// <summary>The street's name at each crossing of one line.</summary>
    public string[] Along(int line, int crossings)
    {
        var random = new RandomStream(seed, Purpose.StreetNames, line * 2 + direction);
        string[] names = new string[crossings];
        for (int at = 0; at < crossings;)
        {
            string name = $"{Stems[random.Below(Stems.Length)]} {Kinds[random.Below(Kinds.Length)]}";
            for (int blocks = 3 + random.Below(10); blocks > 0 && at < crossings; blocks--)
                names[at++] = name;
        }
        return names;
    }
}
