using System.Globalization;

namespace Evaluator.Challenges.Formulas;

/// <summary>Reads a formula by recursive descent: sums of products of factors.</summary>
internal sealed class FormulaParser(string text)
{
    private const int Deepest = 50;

    private readonly List<string> columns = [];
    private int at;
    private int depth;

    public IReadOnlyList<string> Columns => columns;

    public Term Whole()
    {
        Term whole = Sum();
        return Peek() == '\0' ? whole : throw Expected("an operator or the end");
    }

    private Term Sum()
    {
        Term left = Product();
        while (Peek() is '+' or '-')
            left = text[at++] == '+' ? Two(TermKind.Plus, left, Product()) : Two(TermKind.Minus, left, Product());
        return left;
    }

    private Term Product()
    {
        Term left = Factor();
        while (Peek() is '*' or '/')
            left = text[at++] == '*' ? Two(TermKind.Times, left, Factor()) : Two(TermKind.Over, left, Factor());
        return left;
    }

    private Term Factor()
    {
        if (++depth > Deepest)
            throw new FormulaException($"the formula is nested more than {Deepest} deep at character {at + 1}");
        Term factor = Peek() switch
        {
            '-' => One(TermKind.Negative, Skip().Factor()),
            '(' => Bracket(),
            char c when char.IsAsciiDigit(c) || c == '.' => Number(),
            char c when char.IsAsciiLetter(c) => Named(),
            _ => throw Expected("a number, a column or an opening bracket"),
        };
        depth--;
        return factor;
    }

    private Term Bracket()
    {
        Take('(');
        Term inside = Sum();
        Take(')');
        return inside;
    }

    private Term Number()
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        return double.TryParse(text[start..at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            ? new Term(TermKind.Number, number, 0, null, null)
            : throw new FormulaException($"`{text[start..at]}` at character {start + 1} is no number");
    }

    private Term Named()
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        string name = text[start..at];
        if (Peek() != '(')
            return new Term(TermKind.Column, 0, IndexOf(name), null, null);
        return name switch
        {
            "min" => Pair(TermKind.Least),
            "max" => Pair(TermKind.Most),
            "abs" => One(TermKind.Size, Bracket()),
            "sqrt" => One(TermKind.Root, Bracket()),
            _ => throw new FormulaException($"there is no function `{name}` (character {start + 1}); there are min, max, abs and sqrt"),
        };
    }

    private Term Pair(TermKind kind)
    {
        Take('(');
        Term left = Sum();
        Take(',');
        Term right = Sum();
        Take(')');
        return Two(kind, left, right);
    }

    private int IndexOf(string name)
    {
        int index = columns.IndexOf(name);
        if (index < 0)
        {
            index = columns.Count;
            columns.Add(name);
        }
        return index;
    }

    private char Peek()
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at < text.Length ? text[at] : '\0';
    }

    private FormulaParser Skip()
    {
        at++;
        return this;
    }

    private void Take(char expected)
    {
        if (Peek() != expected)
            throw Expected($"`{expected}`");
        at++;
    }

    private FormulaException Expected(string what) =>
        new($"expected {what} at character {at + 1}, found {(at < text.Length ? $"`{text[at]}`" : "the end")}");

    private static Term One(TermKind kind, Term of) => new(kind, 0, 0, of, null);

    private static Term Two(TermKind kind, Term left, Term right) => new(kind, 0, 0, left, right);
}
