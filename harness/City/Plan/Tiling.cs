namespace Evaluator.City.Plan;

/// <summary>
/// Where each block group lies: tiles of a rectangle, visited along a Hilbert curve, so that consecutive ids (a tract, a
/// district) are neighbours on the ground. Each column and row of tiles is 3 to 5 lattice nodes wide.
/// </summary>
internal sealed class Tiling
{
    /// <summary>Column and row of tiles of block group i.</summary>
    public (int Column, int Row)[] Tiles { get; }

    /// <summary>First lattice column of each column of tiles, and one past the last.</summary>
    public int[] ColumnStarts { get; }

    /// <summary>First lattice row of each row of tiles, and one past the last.</summary>
    public int[] RowStarts { get; }

    public Tiling(int blockGroups)
    {
        int columns = 1;
        while (columns * columns < blockGroups)
            columns++;
        int rows = (blockGroups + columns - 1) / columns;
        ColumnStarts = Starts(columns, 1);
        RowStarts = Starts(rows, 2);
        int side = 1;
        while (side < columns)
            side *= 2;
        Tiles = Enumerable.Range(0, side * side)
            .Select(step => HilbertPoint(side, step))
            .Where(tile => tile.Column < columns && tile.Row < rows)
            .Take(blockGroups).ToArray();
    }

    /// <summary>3, 4 or 5 nodes, 4 on average; the phase makes columns differ from rows.</summary>
    private static int[] Starts(int count, int phase)
    {
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++)
            starts[i + 1] = starts[i] + 3 + (i * 2 + phase) % 3;
        return starts;
    }

    /// <summary>
    /// The point after <paramref name="step"/> steps of the Hilbert curve of a square of the given side (a power of two).
    /// </summary>
    private static (int Column, int Row) HilbertPoint(int side, int step)
    {
        (int x, int y) = (0, 0);
        for (int s = 1; s < side; s *= 2)
        {
            int right = 1 & (step / 2);
            int up = 1 & (step ^ right);
            if (up == 0)
            {
                if (right == 1)
                    (x, y) = (s - 1 - x, s - 1 - y);
                (x, y) = (y, x);
            }
            x += s * right;
            y += s * up;
            step /= 4;
        }
        return (x, y);
    }
}
