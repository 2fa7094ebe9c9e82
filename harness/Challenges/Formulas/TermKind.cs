namespace Evaluator.Challenges.Formulas;

internal enum TermKind
{
    Number,
    Column,
    Plus,
    Minus,
    Times,
    Over,
    Negative,
    Least,
    Most,
    Size,
    Root,
}
