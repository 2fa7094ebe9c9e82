using System.Text;
using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>Runs a stranger's code and turns what it throws into a <see cref="Failure"/>.</summary>
internal static class PredictorCall
{
    private const int MostCharactersOfMessage = 4000;

    /// <summary>Three bytes each at most, of the 64 KiB that the harness takes.</summary>
    private const int MostCharactersInAll = 20_000;

    /// <param name="path">The predictor's assembly.</param>
    /// <param name="loading">Whether the call is the one that loads it.</param>
    /// <returns>Null where the call returned.</returns>
    public static Failure? Run(Action call, string path, bool loading = false)
    {
        try
        {
            call();
            return null;
        }
        // Only the predictor's code and its loading run in there, so whatever comes out is the predictor's.
        catch (Exception thrown) when (thrown is not WireException)
        {
            return new Failure(KindOf(thrown, loading), Describe(thrown, path));
        }
    }

    private static FailureKind KindOf(Exception thrown, bool loading)
    {
        for (Exception? inner = thrown; inner is not null; inner = inner.InnerException)
        {
            if (inner is OutOfMemoryException)
                return FailureKind.OutOfMemory;
        }
        return loading && thrown is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException
            ? FailureKind.Load
            : FailureKind.Exception;
    }

    /// <summary>
    /// Type and message of the exception and of those it wraps, the competitor's own topmost stack frame, then all frames, a line each.
    /// </summary>
    private static string Describe(Exception thrown, string path)
    {
        var text = new StringBuilder();
        for (Exception? inner = thrown; inner is not null; inner = inner.InnerException)
        {
            if (text.Length > 0)
                text.Append(" <- ");
            text.Append(inner.GetType().FullName).Append(": ").Append(MessageOf(inner));
        }
        Cut(text, MostCharactersOfMessage);
        (string? top, string all) = new StackText(path).Of(thrown);
        if (top is not null)
            text.Append(" at ").Append(top);
        text.Append(all);
        Cut(text, MostCharactersInAll);
        return text.ToString();
    }

    private static string MessageOf(Exception thrown)
    {
        try
        {
            return thrown.Message;
        }
        // Message is virtual: a predictor's own exception type may throw here as well.
        catch (Exception again) when (again is not WireException)
        {
            return "(its message could not be read)";
        }
    }

    private static void Cut(StringBuilder text, int most)
    {
        if (text.Length <= most)
            return;
        text.Length = most;
        text.Append(" …");
    }
}
