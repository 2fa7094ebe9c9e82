using System.Security.Cryptography;
using System.Text;
using Evaluator.Board.Folder;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Work;

/// <summary>
/// How the log names what was predicted, so that copies are found and nothing else is: a keyed hash (HMAC, RFC 2104) with a secret of the
/// board's. The log is public. A plain hash there would answer whoever tries: a predictor has been told closed months when it predicts
/// the next, so it can choose its predictions by what it was told, and its author would find by trying which ones it chose.
/// </summary>
internal sealed class PredictionMark
{
    private const string FileName = "predictions.key";
    private const int KeyBytes = 32;

    private readonly byte[] key;

    public PredictionMark(BoardFolder folder)
    {
        string file = Path.Combine(folder.Keys, FileName);
        KeyFile.Ensure(file, () => RandomNumberGenerator.GetBytes(KeyBytes));
        key = File.ReadAllBytes(file);
        if (key.Length != KeyBytes)
            throw new BoardFolderException(
                $"{file} has {key.Length} bytes instead of {KeyBytes}. Restore it from a backup that was made with keys.");
    }

    /// <param name="contest">Marks of two contests can't be compared.</param>
    /// <param name="predictionsSha256">The hash of all that was predicted.</param>
    public Digest Of(string contest, string predictionsSha256) =>
        Digest.Parse(Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{contest}\n{predictionsSha256}"))));
}
