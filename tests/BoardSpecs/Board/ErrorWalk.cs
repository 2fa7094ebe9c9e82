using System.Text.RegularExpressions;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Every route for competitors that names a submission, asked for another team's hidden one and for one that never was: whoever is
/// answered otherwise has learnt that it is there.
/// </summary>
internal static partial class ErrorWalk
{
    /// <param name="own">A submission of the one who asks.</param>
    /// <param name="hidden">Another team's, of after a freeze.</param>
    public static async Task<IReadOnlyList<string>> Tells(Person competitor, string contest, string own, string hidden)
    {
        List<string> told = [];
        foreach ((string method, Func<string, string> path, Func<string, object?> body) in Requests(contest, own))
        {
            string there = await Answer(competitor, method, path(hidden), body(hidden), hidden);
            string never = "s" + new string('2', hidden.Length - 1);
            string absent = await Answer(competitor, method, path(never), body(never), never);
            if (there != absent)
                told.Add($"{method} {path("ID")} answers {there}; of what never was {absent}");
        }
        return told;
    }

    private static IEnumerable<(string Method, Func<string, string> Path, Func<string, object?> Body)> Requests(string contest, string own)
    {
        foreach ((string _, string address, Who _) in AccessTable.Reads.Where(row => row.Address.Contains(AccessTable.Submission)))
            yield return ("GET", id => address.Replace(AccessTable.Submission, id), _ => null);
        foreach ((string method, string route, Who _) in AccessTable.Changes.Where(row => row.Route.Contains("/submissions/{id}")))
            yield return (method, id => route.Replace("{id}", id), _ => new { parent = own });
        yield return ("POST", _ => $"/api/v1/submissions/{own}/parents", id => new { parent = id });
        yield return ("PUT", _ => $"/api/v1/c/{contest}/provisional/finals", id => new[] { id });
        yield return ("PUT", _ => $"/api/v1/c/{contest}/provisional/finals", id => new[] { own, id });
    }

    private static async Task<string> Answer(Person competitor, string method, string path, object? body, string id)
    {
        using HttpResponseMessage answer = await competitor.Sends(new HttpMethod(method), path, body);
        string text = await answer.Content.ReadAsStringAsync();
        return $"{(int)answer.StatusCode} {Trace().Replace(text, "").Replace(id, "ID")}";
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();
}
