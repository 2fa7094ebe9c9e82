/// <summary>What must hold of any predictor, and what should hold of this one. Add a line for each thing you learn the hard way.</summary>
static class Tests
{
    const string BlockGroup = "250250001001";
    static readonly string[] Locations = ["A1", "A2", "I1"];
    static int failed;

    public static int Run()
    {
        foreach (int month in new[] { 9, 10, 11, 12 })
        {
            double[] prediction = After("A1\tFIGHT\t1\t2011-01-05").predict(BlockGroup, month, Locations);
            Check($"month {month} has a number for each location, day and type", prediction.Length == Locations.Length * DateTime.DaysInMonth(2011, month) * 4);
            Check($"month {month} holds counts, none negative, none NaN", prediction.All(value => value is >= 0 and <= 10));
        }
        Check("nothing happened, so nothing is expected", After().predict(BlockGroup, 9, Locations).All(value => value == 0));
        Check("a busy place is expected to stay busier than its neighbour",
            Expected(After("A1\tFIGHT\t1\t2011-01-05", "A1\tFIGHT\t1\t2011-01-06", "A2\tFIGHT\t1\t2011-01-07"), 0, 2) > Expected(After("A2\tFIGHT\t1\t2011-01-07"), 0, 2));
        Check("an unknown type counts as other", Expected(After("A1\tGREMLINS\t1\t2011-01-05"), 0, 3) > 0);
        Check("dirty lines do no harm", After("", "\t\t\t", "A1", "A99\tFIGHT\t1\tyesterday").predict(BlockGroup, 9, Locations).Length > 0);
        Console.WriteLine(failed == 0 ? "all tests passed" : $"{failed} failed");
        return failed == 0 ? 0 : 1;
    }

    static BostonRiskPredictor After(params string[] emergencies)
    {
        var predictor = new BostonRiskPredictor();
        predictor.setup([], [], [], [], [], [], [], [], []);
        predictor.receiveEvents(BlockGroup, 1, [], [], [], emergencies);
        return predictor;
    }

    static double Expected(BostonRiskPredictor predictor, int location, int type) =>
        predictor.predict(BlockGroup, 9, Locations).Where((_, cell) => cell / (30 * 4) == location && cell % 4 == type).Sum();

    static void Check(string what, bool holds)
    {
        Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
        failed += holds ? 0 : 1;
    }
}
