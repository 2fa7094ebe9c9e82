using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;

namespace Evaluator.Board.Work;

/// <summary>The names of files in work orders: they are people's, and erasable.</summary>
internal static class OrderNames
{
    /// <summary>
    /// Takes the file names of a person's submissions out of their orders. An order that a worker may still read keeps a Java file's name:
    /// the compiler wants the class's.
    /// </summary>
    public static void Erase(DbTransaction transaction, string account)
    {
        DbConnection connection = transaction.Connection!;
        foreach ((string id, string state, string order) in connection.Query<(string, string, string)>("""
            SELECT evaluation.id, evaluation.state, evaluation.work_order
            FROM evaluation JOIN submission ON submission.id = evaluation.submission WHERE submission.account = @account
            """, new { account }, transaction).AsList())
        {
            JsonNode changed = JsonNode.Parse(order)!;
            string extension = Path.GetExtension(changed["submission"]!["name"]!.GetValue<string>());
            if (state == EvaluationState.Open && extension == ".java")
                continue;
            changed["submission"]!["name"] = "erased" + extension;
            connection.Execute("UPDATE evaluation SET work_order = @changed WHERE id = @id", new { id, changed = changed.ToJsonString() },
                transaction);
        }
    }
}
