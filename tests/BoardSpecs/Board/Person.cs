using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Somebody who uses the board by its forms, without a browser: cookies of their own, and the antiforgery token of each form.
/// </summary>
internal sealed partial class Person : IDisposable
{
    public const string Password = "a long enough password";

    // A proxy of a spec has a certificate of its own making.
    private readonly SocketsHttpHandler handler = new()
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    };

    /// <param name="from">An address of the loopback of one's own, where the board counts by address; null for the usual one.</param>
    public Person(Uri board, IPAddress? from = null)
    {
        Client = new HttpClient(handler) { BaseAddress = board };
        if (from is not null)
            handler.ConnectCallback = async (context, stop) =>
            {
                Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, stop);
                return new NetworkStream(socket, ownsSocket: true);
            };
    }

    public HttpClient Client { get; }

    /// <summary>A token of this person's; null until <see cref="MakeToken"/>.</summary>
    public string? Token { get; set; }

    public void Dispose() => Client.Dispose();

    /// <summary>The same person with the same cookies and token at another address: the board was started again on another port.</summary>
    public Person At(Uri board)
    {
        Person person = new(board) { Token = Token };
        foreach (Cookie cookie in handler.CookieContainer.GetAllCookies())
            person.handler.CookieContainer.Add(board, new Cookie(cookie.Name, cookie.Value));
        return person;
    }

    /// <summary>The cookies, as a browser takes them.</summary>
    public string BrowserState() => JsonSerializer.Serialize(new
    {
        cookies = handler.CookieContainer.GetAllCookies().Select(cookie => new
        {
            name = cookie.Name,
            value = cookie.Value,
            domain = cookie.Domain,
            path = cookie.Path,
            expires = -1,
            httpOnly = cookie.HttpOnly,
            secure = cookie.Secure,
            sameSite = "Lax",
        }),
        origins = Array.Empty<object>(),
    });

    /// <summary>Makes an account by an invitation.</summary>
    public static async Task<Person> Joins(Uri board, string link, string handle)
    {
        Person person = new(board);
        using HttpResponseMessage answer = await person.Posts(link, ("handle", handle), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return person;
    }

    /// <summary>The organiser invites somebody, and they come.</summary>
    public async Task<Person> Invites(string handle, string role = "competitor", string contest = "") =>
        await Joins(Client.BaseAddress!, await InvitesTo(contest, "spec", role), handle);

    /// <summary>The organiser makes a link that invites somebody.</summary>
    public async Task<string> InvitesTo(string contest, string note = "spec", string role = "competitor")
    {
        using HttpResponseMessage page =
            await Posts("/organise?handler=Invite", ("role", role), ("contest", contest), ("uses", "1"), ("days", "1"), ("note", note));
        return InvitationLink().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    /// <summary>Accepts the rules and makes a team.</summary>
    public async Task MakesTeam(string contest, string team)
    {
        using HttpResponseMessage rules = await Posts($"/c/{contest}/rules", ("version", "1"));
        Assert.Equal(HttpStatusCode.Redirect, rules.StatusCode);
        using HttpResponseMessage made = await Posts($"/c/{contest}/team", ("name", team));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    public async Task MakeToken(string scope = "submit")
    {
        using HttpResponseMessage page = await Posts("/me/tokens", ("name", "spec"), ("scope", scope), ("days", "1"));
        Token = SecretText().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.StartsWith("evb_", Token);
    }

    /// <summary>Hands a file in by the API.</summary>
    public async Task<HttpResponseMessage> HandsIn(string contest, string phase, string name, byte[] content, string? key = null)
    {
        using HttpRequestMessage request =
            WithToken(HttpMethod.Post, $"/api/v1/c/{contest}/{phase}/submissions?name={Uri.EscapeDataString(name)}");
        request.Content = new ByteArrayContent(content);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Client.SendAsync(request);
    }

    /// <summary>Hands a source file in that must be accepted.</summary>
    /// <returns>The submission's id.</returns>
    public async Task<string> Submits(string contest, string phase, string content)
    {
        using HttpResponseMessage answer = await HandsIn(contest, phase, "Mine.cs", System.Text.Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("submission").GetString()!;
    }

    public HttpRequestMessage WithToken(HttpMethod method, string path, object? body = null)
    {
        HttpRequestMessage request = new(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (body is not null)
            request.Content = System.Net.Http.Json.JsonContent.Create(body);
        return request;
    }

    public async Task<HttpResponseMessage> Sends(HttpMethod method, string path, object? body = null)
    {
        using HttpRequestMessage request = WithToken(method, path, body);
        return await Client.SendAsync(request);
    }

    /// <summary>Posts a form of a page: reads the page first, for its antiforgery token.</summary>
    public async Task<HttpResponseMessage> Posts(string path, params (string Name, string Value)[] fields)
    {
        string token = await FormToken(path.Split("?handler=")[0]);
        return await Client.PostAsync(path, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token))
                .Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))));
    }

    /// <summary>The antiforgery token of a page's forms; it goes with this person's cookies.</summary>
    public async Task<string> FormToken(string path) =>
        WebUtility.HtmlDecode(AntiforgeryToken().Match(await Client.GetStringAsync(path)).Groups[1].Value);

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex AntiforgeryToken();

    [GeneratedRegex("""<pre id="invitation">([^<]+)</pre>""")]
    private static partial Regex InvitationLink();

    [GeneratedRegex("""<pre id="secret">([^<]+)</pre>""")]
    private static partial Regex SecretText();
}
