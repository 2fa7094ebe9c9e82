using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Jobs;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Evaluator.Board.Work;

/// <summary>
/// What a worker posts: a form of several parts, <c>report</c> (JSON) first, then every file as a part <c>file</c> with its name in the run
/// folder. Files go to
/// the blobs as they come, before anything is written down about them.
/// </summary>
internal sealed record PostedReport<T>(T Report, IReadOnlyList<RunFile> Files)
    where T : class
{
    /// <summary>More than predictions of the largest case and a console of 1 MiB.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    private const int MostFiles = 8, MostReportBytes = 4 * 1024 * 1024;

    public static async Task<Outcome<PostedReport<T>>> Read(HttpRequest request, JsonTypeInfo<T> type, Blobs blobs, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? media)
            || HeaderUtilities.RemoveQuotes(media.Boundary).Value is not { Length: > 0 } boundary)
            return Refusal.Invalid("The body is no form of several parts (multipart/form-data).");
        try
        {
            MultipartReader parts = new(boundary, request.Body);
            T? report = null;
            List<RunFile> files = [];
            while (await parts.ReadNextSectionAsync(stop) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out ContentDispositionHeaderValue? disposition))
                    return Refusal.Invalid("A part of the form has no name.");
                string name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (name == "report" && report is null)
                    report = await ReadReport(part.Body, type, stop);
                else if (name != "file" || files.Count == MostFiles)
                    return Refusal.Invalid($"The form has a part \"{name}\" too many; expected one report and at most {MostFiles} files.");
                else if (RunFileName.Of(HeaderUtilities.RemoveQuotes(disposition.FileName).Value) is not { } file)
                    return Refusal.Invalid($"\"{disposition.FileName}\" is no file that a worker posts.");
                else if (await blobs.Keep(part.Body, MostBytes, stop) is { } blob)
                    files.Add(new RunFile(file, blob.Sha256, blob.Size));
                else
                    return Refusal.TooLarge($"{file} has more than {MostBytes} bytes.");
            }
            return report is null ? Refusal.Invalid("The form has no report.") : new PostedReport<T>(report, files);
        }
        catch (InvalidDataException broken)
        {
            return Refusal.Invalid($"The form can't be read: {broken.Message}");
        }
        catch (JsonException wrong)
        {
            return Refusal.Invalid($"The form's report is no JSON of its kind: {PostedJson.Say(wrong)}.");
        }
    }

    private static async Task<T> ReadReport(Stream body, JsonTypeInfo<T> type, CancellationToken stop)
    {
        using MemoryStream json = new();
        byte[] buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, stop)) > 0;)
        {
            json.Write(buffer, 0, read);
            if (json.Length > MostReportBytes)
                throw new InvalidDataException($"the report has more than {MostReportBytes} bytes");
        }
        return PostedJson.Whole(JsonSerializer.Deserialize(json.GetBuffer().AsSpan(0, (int)json.Length), type), type);
    }
}
