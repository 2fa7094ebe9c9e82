using Evaluator.Board.People;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Names that look alike are the same name. Normalising needs ICU, which this program does without; so the real board is asked.
/// </summary>
public class NameSpecs
{
    [Fact(Timeout = 300_000)]
    public async Task A_name_that_looks_like_another_is_taken()
    {
        await using RunningBoard board = await RunningBoard.WithChallenges();
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Adele 10");
        List<string> let = [];
        // In turn: case, Cyrillic A and e, full-width letters, combining accent, small l for 1, O for 0, spaces and points, dotless.
        foreach (string alike in (string[])["ADELE 10", "Аdele 10", "Аԁеӏе 10", "Ａｄｅｌｅ 10", "Ade\u0301le 10", "Adele l0", "Adele 1O",
            "A.d.e.l.e-10", "Αdele 10"])
        {
            using HttpResponseMessage answer = await TriesToJoin(organiser, alike);
            if (answer.StatusCode == System.Net.HttpStatusCode.Redirect)
                let.Add(alike);
        }
        Assert.Empty(let);
        using HttpResponseMessage other = await TriesToJoin(organiser, "Адель");   // all Cyrillic is a name of its own
        Assert.Equal(System.Net.HttpStatusCode.Redirect, other.StatusCode);
    }

    [Theory]
    [InlineData("a", "at least 2")]
    [InlineData("<script>", "U+003C")]
    [InlineData("Ada\u202EadA", "U+202E")]
    [InlineData("Ada\u0000", "U+0000")]
    [InlineData("organiser", "reserved")]
    [InlineData("Paуpal", "one script")]
    [InlineData("..--..", "letters or digits")]
    [InlineData("x' OR 1=1", "U+003D")]
    public void A_name_says_what_is_wrong_with_it(string name, string says) => Assert.Contains(says, Name.Fault(name));

    [Fact]
    public void Half_a_character_is_no_name() => Assert.NotNull(Name.Fault("ab" + (char)0xD800));

    [Fact]
    public void Usual_names_of_many_languages_are_names() =>
        ForEvery.In((string[])["Ada Lovelace", "Łukasz", "Ödön", "Ольга", "Νίκος", "山田太郎", "김철수", "محمد", "O'Neill", "team_7", "अमित"],
            name => Assert.Null(Name.Fault(name)));

    private static async Task<HttpResponseMessage> TriesToJoin(Person organiser, string handle)
    {
        using HttpResponseMessage page = await organiser.Posts("/organise?handler=Invite", ("role", "competitor"), ("contest", ""),
            ("uses", "1"), ("days", "1"), ("note", "x"));
        string text = await page.Content.ReadAsStringAsync();
        int start = text.IndexOf("<pre id=\"invitation\">", StringComparison.Ordinal) + "<pre id=\"invitation\">".Length;
        using Person newcomer = new(organiser.Client.BaseAddress!);
        return await newcomer.Posts(text[start..text.IndexOf("</pre>", start, StringComparison.Ordinal)], ("handle", handle),
            ("password", Person.Password));
    }
}
