using System.Diagnostics;
using System.Reflection;
using System.Text;
using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>Runs a stranger's code and turns what it throws into a <see cref="Failure"/>.</summary>
internal static class PredictorCall
{
    private const int MostCharactersOfMessage = 4000;

    /// <returns>Null where the call returned.</returns>
    public static Failure? Run(Action call, Predictor? predictor)
    {
        try
        {
            call();
            return null;
        }
        // Only the predictor's code and its loading run in there, so whatever comes out is the predictor's.
        catch (Exception thrown) when (thrown is not WireException)
        {
            return new Failure(KindOf(thrown, loading: predictor is null), Describe(thrown, predictor?.Assembly));
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

    /// <summary>Type and message of the exception and of those it wraps, then the competitor's own topmost stack frame.</summary>
    private static string Describe(Exception thrown, Assembly? theirs)
    {
        var text = new StringBuilder();
        for (Exception? inner = thrown; inner is not null; inner = inner.InnerException)
        {
            if (text.Length > 0)
                text.Append(" <- ");
            text.Append(inner.GetType().FullName).Append(": ").Append(MessageOf(inner));
        }
        Cut(text);
        if (FrameOf(thrown, theirs) is { } frame)
            text.Append(" at ").Append(frame);
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

    private static string? FrameOf(Exception thrown, Assembly? theirs)
    {
        Exception deepest = thrown;
        while (deepest.InnerException is { } inner)    // GetBaseException is virtual, and so the predictor's
            deepest = inner;
        foreach (StackFrame frame in new StackTrace(deepest, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is { DeclaringType: { } type } method
                && (theirs is null ? !IsOurs(type.Assembly) : type.Assembly == theirs))
                return $"{type.FullName}.{method.Name}";
        }
        return null;
    }

    private static bool IsOurs(Assembly assembly) =>
        assembly == typeof(PredictorCall).Assembly || assembly == typeof(object).Assembly;

    private static void Cut(StringBuilder text)
    {
        if (text.Length <= MostCharactersOfMessage)
            return;
        text.Length = MostCharactersOfMessage;
        text.Append(" …");
    }
}
