namespace Evaluator.Contest.Lint;

/// <summary>Counts how the values of one foreign key fare.</summary>
internal sealed class KeyTally(string from, string to)
{
    private long _values, _blank, _nowhere;

    public void Count(bool isBlank, bool leads)
    {
        _values++;
        if (isBlank) _blank++;
        else if (!leads) _nowhere++;
    }

    public void Join(KeyTally other)
    {
        _values += other._values;
        _blank += other._blank;
        _nowhere += other._nowhere;
    }

    public ForeignKey ToForeignKey() => new(from, to, _values, _blank, _nowhere);
}
