using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.WalkIn;

/// <summary>The remarks that teams gave their submissions along; on a walk-in board everybody reads them.</summary>
internal sealed class Remarks(Database database)
{
    public IReadOnlyDictionary<string, string> Of(IEnumerable<string> submissions)
    {
        TextList list = new(submissions);
        using DbConnection connection = database.Read();
        return connection.Query<(string Id, string Remark)>($"SELECT id, remark FROM submission WHERE id IN {list.Sql}", list.Values)
            .ToDictionary(row => row.Id, row => row.Remark);
    }
}
