namespace Evaluator.Contest;

/// <summary>
/// Data that cannot be used. The message names the file and the line, what was found, what was expected and what to do.
/// Dirty records are no reason for it: they are counted, not thrown.
/// </summary>
public sealed class PackageException : Exception
{
    public PackageException(string message) : base(message)
    {
    }

    public PackageException(string message, Exception cause) : base(message, cause)
    {
    }

    /// <summary>Of what went wrong on several threads the same one every time.</summary>
    public static PackageException FirstOf(AggregateException several)
    {
        Exception first = several.InnerExceptions.MinBy(one => one.Message, StringComparer.Ordinal)!;
        return new PackageException(first is PackageException ? first.Message : $"the data can't be read: {first.Message}", several);
    }
}
