using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Operating;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also read and write its store.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live\n")).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static IResult Ready(Database database, ILogger<Database> log)
    {
        try
        {
            database.Write(transaction => transaction.Connection!.Execute(
                "UPDATE probe SET touched = touched + 1", transaction: transaction));
            return Results.Text("ready\n");
        }
        catch (Exception broken) when (broken is DbException or IOException)
        {
            log.LogError(broken, "The store does not take writes.");
            return Results.Text("the store does not take writes; the log says why\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
