using System.Security.Cryptography;
using Evaluator.Cli.Conduct;
using Evaluator.Standings.Log;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Verification;

namespace Evaluator.Cli.Commands.Board;

/// <summary>What a user holds against a board, as files: receipts, heads, its key, an exported log.</summary>
internal static class HeldFiles
{
    /// <exception cref="UsageException">The file is neither a receipt nor a head.</exception>
    public static HeldWord Word(string file) => Read(file, "a receipt or a signed head", HeldWord.Parse);

    /// <exception cref="UsageException">The file is no receipt.</exception>
    public static Receipt Receipt(string file) => Read(file, "a receipt", Evaluator.Standings.Receipts.Receipt.Parse);

    /// <exception cref="UsageException">The file is no public key.</exception>
    public static PublicKey Key(string file) => Read(file, "a public key (PEM)", PublicKey.FromPem);

    /// <summary>The log; <c>-</c> is standard input.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static Stream Log(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        return File.Exists(file) ? File.OpenRead(file)
            : throw new UsageException($"there is no file {file}; /api/v1/c/CONTEST/log of the board gives the log out.");
    }

    private static T Read<T>(string file, string expected, Func<string, T> parse)
    {
        if (!File.Exists(file))
            throw new UsageException($"there is no file {file}; expected {expected}.");
        try
        {
            return parse(File.ReadAllText(file));
        }
        catch (Exception wrong) when (wrong is LogFormatException or CryptographicException)
        {
            throw new UsageException($"{file}: {wrong.Message}");
        }
    }
}
