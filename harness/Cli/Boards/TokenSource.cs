using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Boards;

/// <summary>
/// Where a token comes from: a file, or <c>$EVALUATOR_TOKEN</c>. Never the command line, which all users of a machine can read.
/// </summary>
internal static class TokenSource
{
    public const string Variable = "EVALUATOR_TOKEN";

    /// <exception cref="UsageException">There is none.</exception>
    public static string Read(string? file)
    {
        string? token = file is null ? Environment.GetEnvironmentVariable(Variable) : ReadFile(file);
        return token?.Trim() is { Length: > 0 } found
            ? found
            : throw new UsageException(file is null
                ? $"a token is needed: name its file with --token-file, or set ${Variable}. The board's page /me/tokens makes one."
                : $"{file} is empty; the token that the board showed was expected.");
    }

    private static string ReadFile(string file) => File.Exists(file)
        ? File.ReadAllText(file)
        : throw new UsageException($"there is no file {Path.GetFullPath(file)}; name the one that holds the token.");
}
