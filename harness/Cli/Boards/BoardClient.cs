using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Boards;

/// <summary>
/// Talks to a board over HTTP with a token. What may go through on a second try (the board restarts, a proxy has nobody behind it, the
/// network is gone) is tried again for a while; what the board refuses is not.
/// </summary>
internal sealed class BoardClient : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The board may keep a request for a job back; nothing else takes this long.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(100);

    private readonly HttpClient client;
    private readonly CancellationToken cancel;
    private int unreachable;

    /// <param name="board">Its address.</param>
    /// <exception cref="UsageException">The address is none, or the token would travel where others can read it.</exception>
    public BoardClient(string board, string token, CancellationToken cancel)
    {
        this.cancel = cancel;
        Address = AddressOf(board);
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false })
        {
            BaseAddress = Address,
            Timeout = LongestAnswer,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue("evaluator", typeof(BoardClient).Assembly.GetName().Version!.ToString(3)));
    }

    public Uri Address { get; }

    public void Dispose() => client.Dispose();

    /// <returns>Null where the board has nothing to say (204).</returns>
    public TAnswer? Get<TAnswer>(string path, JsonTypeInfo<TAnswer> type, TimeSpan patience, Action<HttpRequestHeaders>? headers = null)
        where TAnswer : class =>
        Exchange(() => Request(HttpMethod.Get, path, null, headers), response => Read(response, type), patience);

    /// <summary>What an address says, as it stands.</summary>
    public string Text(string path, TimeSpan patience) => Exchange(() => Request(HttpMethod.Get, path, null, null), response =>
    {
        using StreamReader content = new(response.Content.ReadAsStream(cancel));
        return content.ReadToEnd();
    }, patience);

    /// <summary>Hands over what an address gives, as it comes; from its start again where the connection broke.</summary>
    public void Download(string path, Action<Stream> take, TimeSpan patience, Action<HttpRequestHeaders>? headers = null) =>
        Exchange(() => Request(HttpMethod.Get, path, null, headers), response =>
        {
            using Stream content = response.Content.ReadAsStream(cancel);
            take(content);
            return true;
        }, patience);

    /// <returns>Null where the board has nothing to say (204).</returns>
    public TAnswer? Post<TQuestion, TAnswer>(
        string path, TQuestion question, JsonTypeInfo<TQuestion> type, JsonTypeInfo<TAnswer> answer, TimeSpan patience)
        where TAnswer : class
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(question, type);
        return Exchange(() => Request(HttpMethod.Post, path, Json(json), null), response => Read(response, answer), patience);
    }

    /// <param name="content">Made anew for every try.</param>
    /// <returns>Null where the board has nothing to say (204).</returns>
    public TAnswer? Post<TAnswer>(
        string path, Func<HttpContent> content, Action<HttpRequestHeaders> headers, JsonTypeInfo<TAnswer> answer, TimeSpan patience)
        where TAnswer : class =>
        Exchange(() => Request(HttpMethod.Post, path, content(), headers), response => Read(response, answer), patience);

    public static ByteArrayContent Json(byte[] utf8) =>
        new(utf8) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content, Action<HttpRequestHeaders>? headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        // A large file asks first: a refusal of its size is then heard, instead of a connection that closes under it.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 100_000;
        headers?.Invoke(request.Headers);
        return request;
    }

    /// <exception cref="BoardRefusalException">The board refused.</exception>
    /// <exception cref="HttpRequestException">The board could not be reached for all of the time that was allowed.</exception>
    /// <exception cref="OperationCanceledException">The program was stopped.</exception>
    private T Exchange<T>(Func<HttpRequestMessage> request, Func<HttpResponseMessage, T> read, TimeSpan patience)
    {
        DateTime giveUp = DateTime.UtcNow + patience;
        for (TimeSpan pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                using HttpRequestMessage message = request();
                using HttpResponseMessage response = client.Send(message, HttpCompletionOption.ResponseHeadersRead, cancel);
                if (!IsPassing(response.StatusCode))
                {
                    Reached();
                    return response.IsSuccessStatusCode ? read(response) : throw Refused(response);
                }
                if (DateTime.UtcNow >= giveUp)
                    throw Refused(response);
                Unreached($"{(int)response.StatusCode} {response.ReasonPhrase}");
            }
            catch (Exception gone) when (IsPassing(gone) && !cancel.IsCancellationRequested)
            {
                if (DateTime.UtcNow >= giveUp)
                    throw new HttpRequestException($"{Address} can't be reached: {gone.Message}", gone);
                Unreached(gone.Message);
            }
            cancel.WaitHandle.WaitOne(pause);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    private static bool IsPassing(Exception gone) => gone is HttpRequestException or IOException or TaskCanceledException;

    /// <summary>Said once, not at every try.</summary>
    private void Unreached(string why)
    {
        if (Interlocked.Exchange(ref unreachable, 1) == 0)
            Console.Error.WriteLine($"{Address} does not answer ({why}); trying again until it does");
    }

    private void Reached()
    {
        if (Volatile.Read(ref unreachable) == 1 && Interlocked.Exchange(ref unreachable, 0) == 1)
            Console.Error.WriteLine($"{Address} answers again");
    }

    private TAnswer? Read<TAnswer>(HttpResponseMessage response, JsonTypeInfo<TAnswer> type)
        where TAnswer : class
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
            return null;
        using Stream content = response.Content.ReadAsStream(cancel);
        return JsonSerializer.Deserialize(content, type);
    }

    /// <summary>Boards say why as RFC 9457 does.</summary>
    private BoardRefusalException Refused(HttpResponseMessage response)
    {
        string? said = null;
        using (Stream content = response.Content.ReadAsStream(cancel))
        {
            try
            {
                using JsonDocument problem = JsonDocument.Parse(content);
                said = problem.RootElement.ValueKind == JsonValueKind.Object
                    && problem.RootElement.TryGetProperty("detail", out JsonElement detail) ? detail.GetString() : null;
            }
            catch (JsonException)
            {
                // Some proxy's own page: its status says enough.
            }
        }
        string what = $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}";
        return new BoardRefusalException(
            (int)response.StatusCode, said
                ?? $"{what} was answered with {(int)response.StatusCode} {response.ReasonPhrase}; is that the address of a board?");
    }

    private static Uri AddressOf(string board)
    {
        if (!Uri.TryCreate(board.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new UsageException($"'{board}' is no address of a board; one as https://board.example was expected.");
        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback
            ? address
            : throw new UsageException($"{address} is neither https nor on this machine; a token would travel where others can read it.");
    }
}
