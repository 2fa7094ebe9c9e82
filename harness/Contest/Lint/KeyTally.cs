namespace Evaluator.Contest.Lint;

/// <summary>Counts how the values of one foreign key fare.</summary>
internal sealed class KeyTally(string from, string to)
{
    private long values, blank, nowhere;

    public void Count(bool isBlank, bool leads)
    {
        values++;
        if (isBlank)
            blank++;
        else if (!leads)
            nowhere++;
    }

    public void Join(KeyTally other)
    {
        values += other.values;
        blank += other.blank;
        nowhere += other.nowhere;
    }

    public ForeignKey ToForeignKey() => new(from, to, values, blank, nowhere);
}
