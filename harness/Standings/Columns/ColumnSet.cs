using Evaluator.Challenges;
using Evaluator.Challenges.Formulas;

namespace Evaluator.Standings.Columns;

/// <summary>The columns of a contest at one moment, ready to be computed with: values are arrays with a place for each column.</summary>
internal sealed class ColumnSet
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly (int Place, Formula Formula, int[] Inputs)[] formulas;

    public ColumnSet(IReadOnlyList<Column> columns, ChallengeKind kind)
    {
        All = columns;
        Kind = kind;
        for (int i = 0; i < columns.Count; i++)
            places[columns[i].Name] = i;
        formulas = [.. columns.Select((column, place) => (column, place)).Where(pair => pair.column.Formula is not null)
            .Select(pair => Compiled(pair.place, pair.column))];
    }

    public IReadOnlyList<Column> All { get; }

    public ChallengeKind Kind { get; }

    public int Count => All.Count;

    /// <returns>-1 where there is no such column.</returns>
    public int PlaceOf(string column) => places.GetValueOrDefault(column, -1);

    /// <summary>A value for each column: the measured ones as they are, formulas computed from them. Null where there is none.</summary>
    public decimal?[] ValuesOf(IReadOnlyDictionary<string, decimal> measured)
    {
        decimal?[] values = new decimal?[Count];
        foreach ((string name, decimal value) in measured)
        {
            int place = PlaceOf(name);
            if (place >= 0 && All[place].Formula is null)
                values[place] = value;
        }
        ComputeFormulas(values);
        return values;
    }

    /// <summary>Fills in the columns that are formulas, from the others.</summary>
    public void ComputeFormulas(decimal?[] values)
    {
        foreach ((int place, Formula formula, int[] inputs) in formulas)
            values[place] = ValueOf(formula, inputs, values, All[place].Decimals);
    }

    private static decimal? ValueOf(Formula formula, int[] inputs, decimal?[] values, int decimals)
    {
        Span<double> numbers = stackalloc double[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (values[inputs[i]] is not { } input)
                return null;
            numbers[i] = (double)input;
        }
        return Rounding.ToDigits(formula.Of(numbers), decimals);
    }

    private (int Place, Formula Formula, int[] Inputs) Compiled(int place, Column column)
    {
        Formula formula = Formula.Parse(column.Formula!);
        return (place, formula, [.. formula.Columns.Select(name =>
            PlaceOf(name)
            >= 0 ? PlaceOf(name) : throw new FormulaException($"`{column.Name}` names the column `{name}`, which does not exist"))]);
    }
}
