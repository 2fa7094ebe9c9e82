namespace Evaluator.Challenges.Formulas;

/// <summary>A part of a formula: a number, a column, or an operation on other parts.</summary>
internal sealed record Term(TermKind Kind, double Number, int Column, Term? Left, Term? Right)
{
    public double Of(ReadOnlySpan<double> values) => Kind switch
    {
        TermKind.Number => Number,
        TermKind.Column => values[Column],
        TermKind.Plus => Left!.Of(values) + Right!.Of(values),
        TermKind.Minus => Left!.Of(values) - Right!.Of(values),
        TermKind.Times => Left!.Of(values) * Right!.Of(values),
        TermKind.Over => Left!.Of(values) / Right!.Of(values),
        TermKind.Negative => -Left!.Of(values),
        TermKind.Least => Math.Min(Left!.Of(values), Right!.Of(values)),
        TermKind.Most => Math.Max(Left!.Of(values), Right!.Of(values)),
        TermKind.Size => Math.Abs(Left!.Of(values)),
        TermKind.Root => Math.Sqrt(Left!.Of(values)),
        _ => throw new InvalidOperationException($"{Kind} is no kind of term"),
    };
}
