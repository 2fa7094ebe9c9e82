using System.Text;
using Evaluator.Board.Store;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Contests;

/// <summary>The text of a contest's rules: the one whose hash the log has, not whatever the folder holds today.</summary>
internal sealed class Rules(Blobs blobs)
{
    public string TextOf(Digest rules)
    {
        using FileStream? content = blobs.Open(rules.ToString());
        if (content is null)
            return "";
        using StreamReader reader = new(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
