namespace Evaluator.Challenges.Formulas;

/// <summary>
/// A column computed from others: numbers, names of columns, <c>+ - * / ( )</c> and <c>min(a, b) max(a, b) abs(a) sqrt(a)</c>. Doubles,
/// from left to
/// right. There is no logarithm and no power: they differ between machines, and a rank must not.
/// </summary>
public sealed class Formula
{
    private readonly Term root;

    private Formula(Term root, IReadOnlyList<string> columns)
    {
        this.root = root;
        Columns = columns;
    }

    /// <summary>The columns that it names, each once, in order of appearance.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <exception cref="FormulaException">The text is no formula; the message says what was found where, and what was expected.</exception>
    public static Formula Parse(string text)
    {
        FormulaParser parser = new(text);
        Term root = parser.Whole();
        return new Formula(root, parser.Columns);
    }

    /// <param name="values">A value for each of <see cref="Columns"/>, in that order.</param>
    /// <returns>NaN or an infinity where it can't be computed (a division by zero, the root of a negative number).</returns>
    public double Of(ReadOnlySpan<double> values) => root.Of(values);
}
