// expect: Accepted
// Reports everything it is given: each prediction begins with the SHA-256 of all calls so far, one byte a cell as byte / 32 (exact, and
// below the clamp at 10). Hashed are, in UTF-8 and each followed by a line feed: the method's name, its scalar arguments, and for each
// array its length and its elements. Standard error gets a line a call, with the lengths.

using System.Security.Cryptography;
using System.Text;

public class BostonRiskPredictor
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int setup(string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs)
    {
        Record("setup", [], parcels, addresses, streetSegments, intersections, censusBlockGroups,
            foreclosureDeeds, foreclosureDistressedProps, foreclosurePetitions, foreclosureREOs);
        return 0;
    }

    public int receiveEvents(string BG_ID, int month, string[] CRMs, string[] violations, string[] permits, string[] emergencies)
    {
        Record("receiveEvents", [BG_ID, $"{month}"], CRMs, violations, permits, emergencies);
        return 0;
    }

    public double[] predict(string BG_ID, int month, string[] locations)
    {
        Record("predict", [BG_ID, $"{month}"], locations);
        double[] prediction = new double[locations.Length * DateTime.DaysInMonth(2011, month) * 4];
        byte[] hash = _hash.GetCurrentHash();
        for (int cell = 0; cell < hash.Length; cell++)
            prediction[cell] = hash[cell] / 32.0;
        return prediction;
    }

    void Record(string method, string[] scalars, params string[][] arrays)
    {
        Console.Error.WriteLine($"{method}({string.Join(", ", [.. scalars, .. arrays.Select(array => $"{array.Length} lines")])})");
        Add(method);
        foreach (string scalar in scalars)
            Add(scalar);
        foreach (string[] array in arrays)
        {
            Add($"{array.Length}");
            foreach (string element in array)
                Add(element);
        }
    }

    void Add(string text) => _hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
