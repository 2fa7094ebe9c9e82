using System.Diagnostics;
using System.Reflection;
using System.Text;
using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>
/// The frames of what a predictor threw, as text. A method of its own assembly is followed by a position, [token+IL offset] in hexadecimal:
/// this process sees no symbols (they would be room for a megabyte beyond what is allowed), the harness finds the line.
/// </summary>
/// <param name="path">The predictor's assembly.</param>
internal sealed class StackText(string path)
{
    private const int MostFrames = 40, MostExceptions = 8, MostCharactersOfFrame = 300;

    /// <returns>The topmost frame that is the predictor's own, and all of them, a line each; null and empty where there are none.</returns>
    public (string? Top, string All) Of(Exception thrown)
    {
        try
        {
            return Read(thrown);
        }
        // Names and types are the predictor's, and memory may be short: what is known of the exception is told without its frames.
        catch (Exception again) when (again is not WireException)
        {
            return (null, "");
        }
    }

    private (string? Top, string All) Read(Exception thrown)
    {
        List<Exception> chain = [];
        for (Exception? inner = thrown; inner is not null && chain.Count < MostExceptions; inner = inner.InnerException)
            chain.Add(inner);
        string? top = null;
        var all = new StringBuilder();
        for (int at = chain.Count - 1; at >= 0; at--)    // where it began comes first
        {
            if (at < chain.Count - 1)
                all.Append("\n   in ").Append(chain[at].GetType().FullName);
            Append(all, new StackTrace(chain[at], fNeedFileInfo: false).GetFrames(), ref top);
        }
        return (top, all.ToString());
    }

    private void Append(StringBuilder all, StackFrame[] frames, ref string? top)
    {
        int end = frames.Length;
        while (end > 0 && (frames[end - 1].GetMethod() is not { } method || IsOurs(method)))
            end--;
        for (int i = 0; i < Math.Min(end, MostFrames); i++)
        {
            if (frames[i].GetMethod() is not { } method)
                continue;
            string told = $"{method.DeclaringType?.FullName}.{method.Name}{Position(frames[i], method)}";
            if (told.Length > MostCharactersOfFrame)
                told = told[..MostCharactersOfFrame] + " …";
            if (top is null && IsTheirs(method))
                top = told;
            all.Append("\n   at ").Append(told);
        }
        if (end > MostFrames)
            all.Append("\n   … and ").Append(end - MostFrames).Append(" more");
    }

    private bool IsTheirs(MethodBase method) => method.Module.Assembly.Location == path;

    private static bool IsOurs(MethodBase method) =>
        method.Module.Assembly == typeof(StackText).Assembly || method.Module.Assembly == typeof(object).Assembly;

    private string Position(StackFrame frame, MethodBase method) =>
        IsTheirs(method) && frame.GetILOffset() is >= 0 and int offset ? $" [0x{method.MetadataToken:x8}+0x{offset:x}]" : "";
}
