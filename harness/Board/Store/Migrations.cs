using DbUp.Builder;
using DbUp.Engine;
using Evaluator.Board.Folder;

namespace Evaluator.Board.Store;

/// <summary>Brings a database's tables up to date: the scripts of <c>Migrations/</c> in the order of their names, each once.</summary>
/// <remarks>
/// The scripts keep to what SQLite and PostgreSQL both understand: TEXT and BIGINT, times as milliseconds since 1970 in UTC, hashes as
/// lower-case hex, no auto-increment.
/// </remarks>
internal static class Migrations
{
    public static void Apply(UpgradeEngineBuilder store)
    {
        UpgradeEngine engine = store
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build();
        if (!engine.IsUpgradeRequired())
            return;
        DatabaseUpgradeResult result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new BoardFolderException(
                $"the database could not be brought up to date: {result.ErrorScript?.Name}: {result.Error.Message}");
    }
}
