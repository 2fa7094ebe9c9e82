namespace Evaluator.Scorer;

/// <summary>Sums the rows of each street, members in order, as the locations go by street by street.</summary>
internal unsafe ref struct StreetSums<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private readonly ReadOnlySpan<int> _start;
    private readonly Workspace _workspace;
    private readonly int _rowLength;
    private int _place;
    private int _street;

    public StreetSums(BlockGroupLayout layout, Workspace workspace, int rowLength)
    {
        _start = layout.StreetStart;
        _workspace = workspace;
        _rowLength = rowLength;
    }

    /// <summary>The next location's row.</summary>
    public void Add(double* row)
    {
        double* sum = _workspace.Street(_street);
        if (_place == _start[_street])
            RowArithmetic<TLanes, TVector>.Copy(row, sum, _rowLength);
        else
            RowArithmetic<TLanes, TVector>.Add(row, sum, _rowLength);
        if (++_place == _start[_street + 1])
            _street++;
    }

    /// <summary>The next two locations' rows.</summary>
    public void Add(double* first, double* second)
    {
        if (_place > _start[_street] && _place + 2 <= _start[_street + 1])
        {
            RowArithmetic<TLanes, TVector>.AddTwo(first, second, _workspace.Street(_street), _rowLength);
            if ((_place += 2) == _start[_street + 1])
                _street++;
            return;
        }
        Add(first);
        Add(second);
    }
}
