namespace Evaluator.BoardSpecs;

/// <summary>Which store the boards of the specs are on: SQLite, or with EVALUATOR_STORE=postgres a PostgreSQL server that the run
/// starts.</summary>
internal static class StoreUnderTest
{
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("EVALUATOR_STORE") switch
    {
        null or "" or "sqlite" => false,
        "postgres" => true,
        string other => throw new InvalidOperationException($"EVALUATOR_STORE is {other}; expected sqlite or postgres."),
    };

    /// <summary>The address of a database for a new board; null for SQLite.</summary>
    public static async Task<string?> NewDatabase() => IsPostgres ? (await PostgresServer.Shared).NewAddress() : null;

    /// <summary>What a command that makes a board is told of its database.</summary>
    public static async Task<string[]> NewDatabaseOption() => OptionOf(await NewDatabase());

    public static string[] OptionOf(string? database) => database is null ? [] : ["--database", database];
}
