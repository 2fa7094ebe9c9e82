using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Cli.Boards;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>What a worker says to its board, and what it gets.</summary>
internal sealed class WorkBoard(BoardClient client)
{
    private const string LeaseHeader = "Lease", HostHeader = "Worker-Host";

    /// <summary>
    /// A board that restarts is away for seconds, one that is mended for hours; a worker waits for it as long as it takes.
    /// </summary>
    private static readonly TimeSpan Patient = TimeSpan.FromDays(365);

    /// <summary>By then the lease is somebody else's.</summary>
    private static readonly TimeSpan WhileItMatters = TimeSpan.FromMinutes(10);

    public Uri Address => client.Address;

    /// <returns>Null where there is nothing to do.</returns>
    /// <exception cref="BoardRefusalException">The token is not good for work.</exception>
    public Lease? Lease(LeaseRequest request) =>
        client.Post("api/v1/work/lease", request, JobsJson.Default.LeaseRequest, JobsJson.Default.Lease, Patient);

    public HeartbeatAnswer Heartbeat(HeartbeatRequest request) =>
        client.Post("api/v1/work/heartbeat", request, JobsJson.Default.HeartbeatRequest, JobsJson.Default.HeartbeatAnswer, TimeSpan.Zero)!;

    /// <summary>The files of the evaluation's run folder that the job needs.</summary>
    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public IReadOnlyList<RunFile> Files(Lease lease) =>
        Asked(lease, () => client.Get(Path(lease, "files"), JobsJson.Default.IReadOnlyListRunFile, WhileItMatters, As(lease))!);

    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void DownloadFile(Lease lease, RunFile file, Action<Stream> take) => Download(lease, $"files/{file.Name}", take);

    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void DownloadSubmission(Lease lease, Action<Stream> take) => Download(lease, "submission", take);

    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void DownloadData(Lease lease, Action<Stream> take) => Download(lease, "data", take);

    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void Planned(Lease lease, PlanReport report, IReadOnlyList<PostedFile> files) =>
        Post(lease, "plan", report, JobsJson.Default.PlanReport, files);

    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void Played(Lease lease, CaseReport report, IReadOnlyList<PostedFile> files) =>
        Post(lease, "results", report, JobsJson.Default.CaseReport, files);

    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void Merged(Lease lease, MergeReport report, IReadOnlyList<PostedFile> files) =>
        Post(lease, "summary", report, JobsJson.Default.MergeReport, files);

    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void Faulted(Lease lease, FaultReport report) => Post(lease, "faults", report, JobsJson.Default.FaultReport, []);

    /// <returns>Null where there is nothing to fetch.</returns>
    /// <exception cref="BoardRefusalException">The token is not good for work.</exception>
    public FetchOrder? Fetch(FetchOffer request) =>
        client.Post("api/v1/work/fetches/lease", request, JobsJson.Default.FetchOffer, JobsJson.Default.FetchOrder, Patient);

    /// <returns>Whether the commit is still ours to fetch; true where the board does not answer.</returns>
    public bool Holds(FetchOrder order)
    {
        try
        {
            Post(order, "heartbeat", () => new ByteArrayContent([]), TimeSpan.Zero);
            return true;
        }
        catch (LeaseLostException)
        {
            return false;
        }
        catch (Exception away) when (away is HttpRequestException or BoardRefusalException or OperationCanceledException)
        {
            return true;
        }
    }

    /// <exception cref="LeaseLostException">The commit is somebody else's to fetch.</exception>
    public void Fetched(FetchOrder order, FetchReport report, PostedFile handIn) =>
        Post(order, "commit", () => Form(JsonSerializer.SerializeToUtf8Bytes(report, JobsJson.Default.FetchReport), [handIn]),
            WhileItMatters);

    /// <exception cref="LeaseLostException">The commit is somebody else's to fetch.</exception>
    public void Refused(FetchOrder order, FetchRefusal refusal) =>
        Post(order, "refusal", () => BoardClient.Json(JsonSerializer.SerializeToUtf8Bytes(refusal, JobsJson.Default.FetchRefusal)),
            WhileItMatters);

    private void Post(FetchOrder order, string what, Func<HttpContent> content, TimeSpan patience) => Asked(order.Delivery, () =>
    {
        client.Post($"api/v1/work/fetches/{Uri.EscapeDataString(order.Delivery)}/{what}", content,
            headers => headers.Add(LeaseHeader, order.Key), JobsJson.Default.HeartbeatAnswer, patience);
        return true;
    });

    private static string Path(Lease lease, string what) => $"api/v1/work/{Uri.EscapeDataString(lease.Job)}/{what}";

    private static Action<HttpRequestHeaders> As(Lease lease) => headers =>
    {
        headers.Add(LeaseHeader, lease.Key);
        headers.Add(HostHeader, Environment.MachineName);
    };

    private void Download(Lease lease, string what, Action<Stream> take) => Asked(lease, () =>
    {
        client.Download(Path(lease, what), take, WhileItMatters, As(lease));
        return true;
    });

    /// <summary>The report as the part <c>report</c>, then every file as a part of its name.</summary>
    private void Post<TReport>(Lease lease, string what, TReport report, JsonTypeInfo<TReport> type, IReadOnlyList<PostedFile> files)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(report, type);
        Asked(lease, () =>
        {
            client.Post(Path(lease, what), () => Form(json, files), As(lease), JobsJson.Default.HeartbeatAnswer, WhileItMatters);
            return true;
        });
    }

    private static MultipartFormDataContent Form(byte[] report, IReadOnlyList<PostedFile> files)
    {
        MultipartFormDataContent content = new() { { BoardClient.Json(report), "report" } };
        foreach (PostedFile file in files)
            content.Add(new ByteArrayContent(file.Content), "file", file.Name);
        return content;
    }

    private static T Asked<T>(Lease lease, Func<T> ask) => Asked(lease.Job, ask);

    private static T Asked<T>(string job, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (BoardRefusalException refused) when (refused.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.Gone)
        {
            throw new LeaseLostException($"{job} is ours no longer: {refused.Message}");
        }
    }
}
