using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>Runs a reader of a known format over a stranger's bytes.</summary>
internal static class Parser
{
    /// <summary>
    /// What a reader throws here is what the bytes made it throw, of whatever type that is: readers of the library throw a dozen types on
    /// damaged input, not all of them documented (fuzzing found InvalidDataException, ArgumentException, OverflowException,
    /// BadImageFormatException, …). Nothing else happens in <paramref name="read"/>: no file is opened, nothing of ours is changed.
    /// </summary>
    /// <param name="what">What is read, for the message.</param>
    /// <exception cref="SubmissionRejectedException">It can't be read.</exception>
    public static T Read<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not SubmissionRejectedException)
        {
            throw new SubmissionRejectedException($"{what} can't be read: {EscapedText.Of(broken.Message)}");
        }
    }
}
