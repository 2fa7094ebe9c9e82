namespace Evaluator.Challenges.Tables;

/// <summary>Reads what was handed in, row by row, into the order of the answers, and counts every fault on the way.</summary>
internal sealed class TableReading(
    TableTask task, ValueDemands demands, ClassIndex? classes, KeyIndex keys, HandedInTable table, TableFaults faults)
{
    /// <summary>
    /// How far a row's probabilities may be from 1: they are rounded to a few digits by those who write them. Each row is divided by its
    /// sum.
    /// </summary>
    private const double SumTolerance = 0.01;

    private int keyField, lastRow = -1;
    private int[] valueFields = [];

    /// <summary>Reads all rows. What is wrong is in the faults; the table is whole where there are none.</summary>
    public void Read(TableRows rows)
    {
        if (faults.Any || !FindColumns(rows))
            return;
        while (rows.Next())
            Take(rows);
        if (rows.StoppedEarly)
            return;
        if (task.Shape == TableShape.Picks)
            RequireCount();
        else if (table.Rows == 0)
            faults.Add(TableFaultKind.Empty, 0, faults.Words.HeaderWithoutRows);
        else if (!keys.IsOpen)
            RequireEveryKey();
    }

    private bool FindColumns(TableRows rows)
    {
        string[] header = rows.Header;
        if (header.Length == 1 && IsParted(header[0], out string separator))
        {
            faults.Add(TableFaultKind.WrongSeparator, rows.Line, separator);
            return false;
        }
        keyField = Find(rows, task.Key);
        valueFields = [.. task.Values.Select(name => Find(rows, name))];
        return !faults.Any;
    }

    /// <summary>A header of one field that has all columns in it, parted by something else than commas.</summary>
    private bool IsParted(string field, out string name)
    {
        name = "";
        foreach (char separator in (ReadOnlySpan<char>)[';', '\t', '|'])
        {
            string[] parts = [.. field.Split(separator).Select(part => part.Trim('"'))];
            if (parts.Length > 1 && parts.Contains(task.Key))
                name = faults.Words.Separator(separator);
        }
        return name.Length > 0;
    }

    private int Find(TableRows rows, string name)
    {
        int place = Array.IndexOf(rows.Header, name);
        if (place < 0)
        {
            string? near = Array.Find(rows.Header, found => found.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
            faults.Add(TableFaultKind.MissingColumn, rows.Line, near is null ? name : faults.Words.NearColumn(name, near));
        }
        else if (Array.LastIndexOf(rows.Header, name) != place)
        {
            faults.Add(TableFaultKind.DoubledColumn, rows.Line, name);
        }
        return place;
    }

    private void Take(TableRows rows)
    {
        table.Rows++;
        if (rows.Fields != rows.Header.Length)
        {
            faults.Add(TableFaultKind.UnevenRow, rows.Line, faults.IsNamed(TableFaultKind.UnevenRow)
                ? faults.Words.FieldsNot(rows.Fields, rows.Header.Length) : "");
            return;
        }
        ReadOnlySpan<char> key = rows.Field(keyField);
        int row = keys.Find(key, lastRow);
        lastRow = row;
        if (row < 0)
        {
            faults.Add(TableFaultKind.UnknownKey, rows.Line, key);
            return;
        }
        if (row >= table.Lines.Length)
            table.Grow(row + 1, demands.IsNumber, demands.IsClass);
        if (table.Lines[row] > 0)
        {
            faults.Add(TableFaultKind.DoubledKey, rows.Line, faults.IsNamed(TableFaultKind.DoubledKey)
                ? faults.Words.FirstOnLine(key, table.Lines[row]) : "");
            return;
        }
        table.Lines[row] = rows.Line;
        table.DistinctKeys++;
        if (task.Shape == TableShape.Predictions)
            TakeValue(rows, row);
        else if (task.Shape == TableShape.Probabilities)
            TakeProbabilities(rows, row);
    }

    private void TakeValue(TableRows rows, int row)
    {
        ReadOnlySpan<char> text = rows.Field(valueFields[0]);
        if (demands.IsNumber && TakeNumber(rows, text, out double number))
            table.Numbers[row] = number;
        if (!demands.IsClass)
            return;
        int label = classes is null ? (text.IsEmpty ? -1 : 0) : classes.Find(text);
        if (label < 0)
            faults.Add(TableFaultKind.UnknownClass, rows.Line, text.IsEmpty ? faults.Words.AnEmptyValue : text);
        else
            table.Labels[row] = label;
    }

    private void TakeProbabilities(TableRows rows, int row)
    {
        Span<double> shares = table.Probabilities.AsSpan(row * valueFields.Length, valueFields.Length);
        double sum = 0;
        for (int @class = 0; @class < shares.Length; @class++)
        {
            if (!TakeNumber(rows, rows.Field(valueFields[@class]), out shares[@class]))
                return;
            sum += shares[@class];
        }
        if (Math.Abs(sum - 1) > SumTolerance)
        {
            faults.Add(TableFaultKind.WrongSum, rows.Line, faults.IsNamed(TableFaultKind.WrongSum) ? $"{sum:0.####}" : "");
            return;
        }
        foreach (ref double share in shares)
            share /= sum;
    }

    private bool TakeNumber(TableRows rows, ReadOnlySpan<char> text, out double number)
    {
        TableFaultKind? fault = TableNumber.Read(text, out number);
        if (fault is null && ((demands.IsNotNegative && number < 0) || (demands.IsProbability && number > 1)))
            fault = TableFaultKind.OutOfRange;
        if (fault is { } kind)
            faults.Add(kind, rows.Line, text.IsEmpty ? faults.Words.AnEmptyValue : text);
        return fault is null;
    }

    private void RequireCount()
    {
        if (table.Rows != task.Picks)
            faults.Add(TableFaultKind.WrongCount, 0, faults.Words.RowsFound(table.Rows));
    }

    private void RequireEveryKey()
    {
        if (table.DistinctKeys == keys.Count)
            return;
        for (int row = 0; row < keys.Count; row++)
        {
            if (table.Lines[row] == 0)
                faults.Add(TableFaultKind.MissingRow, 0, keys[row]);
        }
    }
}
