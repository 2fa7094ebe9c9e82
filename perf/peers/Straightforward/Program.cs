using System.Globalization;
using System.Reflection;
using Evaluator.Scorer.Definition;
using Evaluator.Specs.Scorer;

// What one writes in an afternoon: one thread, the tables read once, File.ReadAllLines for each event file, the predictor loaded into this
// process and called by reflection. Usage: Straightforward DATA PREDICTOR.dll literal|plain. Prints the overall score.

Dictionary<string, string> files = Directory.EnumerateFiles(args[0], "*", SearchOption.AllDirectories)
    .ToDictionary(path => Path.GetFileName(path)!);
bool literal = args[2] == "literal";
string[] Lines(string name) => File.ReadAllLines(files[name]).Skip(1).Where(line => line.Length > 0).ToArray();
string[] tableNames =
[
    "Parcels", "Addresses", "Street_segments", "Intersections", "Census_Block_Groups",
    "Foreclosure_Deeds", "Foreclosure_Distressed_Props", "Foreclosure_Petitions", "Foreclosure_REOs",
];
object[] tables = [.. tableNames.Select(name => Lines(name + ".csv"))];
Dictionary<string, int> typeOf = [];
foreach (string line in Lines("Emergency_Type_Code_Table.csv"))
{
    string[] fields = line.Split('\t');
    int flag = Array.IndexOf(fields, "1", 1);
    typeOf.TryAdd(fields[0].Trim().ToUpperInvariant(), flag < 0 ? 3 : flag - 1);
}
Type predictorType = Assembly.LoadFrom(Path.GetFullPath(args[1])).GetExportedTypes().Single(type => type.Name == "BostonRiskPredictor");
string[] blockGroups = [.. ((string[])["example", "provisional", "final"]).SelectMany(set => File.ReadAllLines(files[set + ".txt"]))
    .Order(StringComparer.Ordinal)];

var scores = new List<double>();
foreach (string blockGroup in blockGroups)
{
    string[][] rows = [.. Lines($"loc-{blockGroup}.csv").Select(line => line.Split('\t')).DistinctBy(row => row[1])];
    string[] locations = [.. rows.Select(row => row[1])];
    Dictionary<string, int> streetNumbers = [];
    int[] streets =
        [.. rows.Select(row => streetNumbers.TryGetValue(row[0], out int known) ? known : streetNumbers[row[0]] = streetNumbers.Count)];
    Dictionary<string, int> place = locations.Select((location, i) => (location, i)).ToDictionary();
    object predictor = Activator.CreateInstance(predictorType)!;
    predictorType.GetMethod("setup")!.Invoke(predictor, tables);
    double sum = 0;
    for (int month = 1; month <= 12; month++)
    {
        string[] emergencies = Lines($"emergencies-{blockGroup}-{month}.csv");
        if (month >= 9)
            sum += Score(month, locations, streets, place, emergencies,
                (double[])predictorType.GetMethod("predict")!.Invoke(predictor, [blockGroup, month, locations])!, blockGroup);
        if (month < 12)
        {
            predictorType.GetMethod("receiveEvents")!.Invoke(predictor,
                [blockGroup, month, Lines($"crm-{blockGroup}-{month}.csv"), Lines($"violations-{blockGroup}-{month}.csv"),
                    Lines($"permits-{blockGroup}-{month}.csv"), emergencies]);
        }
    }
    scores.Add(sum / 4);
}
Console.WriteLine(scores.Average().ToString("F6", CultureInfo.InvariantCulture));

double Score(int month, string[] locations, int[] streets, Dictionary<string, int> place, string[] emergencies, double[] predictions,
    string blockGroup)
{
    int days = DateTime.DaysInMonth(2011, month);
    string[] header = File.ReadLines(files[$"emergencies-{blockGroup}-{month}.csv"]).First().Split('\t');
    int atLocation = Array.IndexOf(header, "propID"), atType = Array.IndexOf(header, "final_type"), atDate = Array.IndexOf(header, "date");
    var events = new List<PlacedEvent>();
    foreach (string line in emergencies)
    {
        string[] fields = line.Split('\t');
        if (place.TryGetValue(fields[atLocation].Trim(), out int location)
            && DateTime.TryParse(fields[atDate], CultureInfo.InvariantCulture, out DateTime date) && date.Year == 2011
            && date.Month == month)
            events.Add(new PlacedEvent(location, date.Day - 1, typeOf.GetValueOrDefault(fields[atType].Trim().ToUpperInvariant(), 3)));
    }
    if (events.Count == 0)
        return 0;
    if (!literal)
    {
        PlainMonthScorer.Score(new ActualMonth(new BlockGroupLayout(streets), days, events.ToArray()), predictions, out MonthScore score);
        return score.Score;
    }
    int[] actual = new int[predictions.Length];
    foreach (PlacedEvent one in events)
        actual[(one.Location * days + one.Day) * 4 + one.Type]++;
    GranularityValues errors = new LiteralScorer(streets, days, predictions, actual).Errors();
    double Of(double error) => 1 / (1e-5 + error / events.Count);
    return (Of(errors.Location) + Of(errors.Street) + Of(errors.BlockGroup)) / 3;
}
