using Evaluator.Board.Models;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Which dots and lines are drawn over the others as the way of a submission.</summary>
public class LineageSpecs
{
    /// <summary>
    /// Two lines of work that a merge brings together: a and b are first, m stands on both by c and d; e and g stand on m, f on b alone,
    /// and g on a as well, past m. The parent x of a is not drawn.
    /// </summary>
    private static readonly (string Child, string[] Parents)[] Built =
    [
        ("a", ["x"]), ("b", []), ("c", ["a"]), ("d", ["b"]), ("f", ["b"]), ("m", ["c", "d"]), ("e", ["m"]), ("g", ["m", "a"]),
        ("h", ["e", "g"]), ("lone", []),
    ];

    [Theory]
    // Up through the merge to both first ones, down to where e and g meet again; neither f nor the line from a to g past m.
    [InlineData("m", "a b c d e g h m", "a-c b-d c-m d-m e-h g-h m-e m-g")]
    // Down alone; m is reached by c, and what m has of d is not on the way of a.
    [InlineData("a", "a c e g h m", "a-c a-g c-m e-h g-h m-e m-g")]
    // Up alone, with both ways from a: by the merge and past it.
    [InlineData("h", "a b c d e g h m", "a-c a-g b-d c-m d-m e-h g-h m-e m-g")]
    [InlineData("lone", "lone", "")]
    [InlineData("x", "", "")]
    [InlineData(null, "", "")]
    public void The_way_is_all_ancestors_and_all_descendants_with_the_lines_that_lead_there(string? chosen, string models, string lines)
    {
        LineageWay way = LineageWay.Of(Drawn(), chosen);
        Assert.Equal(models, string.Join(' ', way.Models.Order(StringComparer.Ordinal)));
        Assert.Equal(lines, string.Join(' ', way.Lines.Select(line => $"{line.Parent}-{line.Child}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_picture_draws_as_many_lines_over_the_others_as_the_way_has()
    {
        Column column = new() { Name = "score", Title = "Score", Direction = Direction.More, Decimals = 1 };
        int all = Built.Sum(one => one.Parents.Count(parent => parent != "x"));
        Assert.Equal((all, 0), Strokes(LineageChart.Of(Drawn(), null, column, "none")));
        Assert.Equal((all - 8, 8), Strokes(LineageChart.Of(Drawn(), "m", column, "the way of m")));
    }

    /// <summary>Lines of the field and lines of the way, told by how wide they are drawn.</summary>
    private static (int Field, int Way) Strokes(string svg) =>
        (svg.Split("stroke-width=\"1.2\"").Length - 1, svg.Split("stroke-width=\"2.5\"").Length - 1);

    private static IReadOnlyList<OpenModel> Drawn() =>
        [.. Built.Select((one, index) => new OpenModel(
            new ShownSubmission { Id = one.Child, Team = "t", Phase = "p", At = default, State = SubmissionState.Scored },
            true, "cs", [], index, [.. one.Parents.Select(Link)],
            [.. Built.Where(other => other.Parents.Contains(one.Child)).Select(other => Link(other.Child))]))];

    private static ModelLink Link(string other) => new(other, "t", "declared", null);
}
