using System.Text;

namespace Evaluator.Contest.Lines;

/// <summary>Numbers by identifier, looked up with the bytes of a field: no string is made for a look-up.</summary>
internal sealed class IdentifierIndex
{
    /// <summary>Identifiers are some ten characters long; longer ones than this cost a string.</summary>
    private const int ShortBytes = 128;

    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byChars;

    public IdentifierIndex(StringComparer comparer)
    {
        numbers = new Dictionary<string, int>(comparer);
        byChars = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => numbers.Count;

    public void Add(string identifier, int number) => numbers.Add(identifier, number);

    public bool TryGet(ReadOnlySpan<byte> identifier, out int number)
    {
        if (identifier.Length > ShortBytes)
            return numbers.TryGetValue(Encoding.UTF8.GetString(identifier), out number);
        Span<char> chars = stackalloc char[ShortBytes];
        int length = Encoding.UTF8.GetChars(identifier, chars);
        return byChars.TryGetValue(chars[..length], out number);
    }
}
