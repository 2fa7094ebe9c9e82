using System.Text;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>The keys of a table, looked up with the bytes of a field.</summary>
internal sealed class KeySet
{
    private readonly IdentifierIndex keys = new(StringComparer.Ordinal);

    /// <summary>False if the key is there already.</summary>
    public bool Add(ReadOnlySpan<byte> key)
    {
        if (keys.TryGet(key, out _))
            return false;
        keys.Add(Encoding.UTF8.GetString(key), 0);
        return true;
    }

    public bool Contains(ReadOnlySpan<byte> key) => keys.TryGet(key, out _);
}
