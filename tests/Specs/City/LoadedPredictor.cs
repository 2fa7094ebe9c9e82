using System.Reflection;
using System.Runtime.Loader;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;

namespace Evaluator.Specs.City;

/// <summary>A predictor that ships, called in this process: the scores of a city's many cases, without the walls between them.</summary>
internal sealed class LoadedPredictor
{
    private readonly Type type;
    private readonly string[][] tables;

    public LoadedPredictor(string name, DataPackage package)
    {
        Assembly assembly = new AssemblyLoadContext(name).LoadFromAssemblyPath(EvaluatorProgram.Predictor(name));
        type = assembly.GetType("BostonRiskPredictor", throwOnError: true)!;
        using StaticTables tables = package.ReadStaticTables();
        this.tables = [.. tables.Tables.Select(Rows)];
    }

    /// <summary>The predictions of September to December, in the contest's order of calls.</summary>
    public IEnumerable<double[]> Predict(DataPackage package, ContestCase contestCase)
    {
        dynamic predictor = Activator.CreateInstance(type)!;
        string blockGroup = contestCase.BlockGroup;
        string[] locations = [.. contestCase.Locations];
        foreach (Call call in CallingSequence.Official.Calls)
        {
            switch (call.Kind)
            {
                case CallKind.Setup:
                    predictor.setup(tables[0], tables[1], tables[2], tables[3], tables[4], tables[5], tables[6], tables[7], tables[8]);
                    break;
                case CallKind.ReceiveEvents:
                    using (MonthEvents events = package.ReadMonth(blockGroup, call.Month))
                        predictor.receiveEvents(blockGroup, call.Month, Rows(events.Crms), Rows(events.Violations), Rows(events.Permits),
                            Rows(events.Emergencies));
                    break;
                default:
                    yield return predictor.predict(blockGroup, call.Month, locations);
                    break;
            }
        }
    }

    private static string[] Rows(TextLines lines) => [.. Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Select(lines.GetString)];
}
