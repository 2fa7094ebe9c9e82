using System.Text.Json;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Work;

/// <summary>Makes <c>public.json</c> beside the summary.</summary>
internal static class PublicFile
{
    public const string Name = "public.json";

    /// <summary>Of a console; there are five example cases, and the file is shown as it stands.</summary>
    private const int MostCharacters = 16 * 1024;

    private static readonly PublicReportJson Readable = new(ReadableJson.Options());

    public static byte[] Of(RunFolder folder)
    {
        RunManifest manifest = folder.ReadManifest();
        PublicView view = PublicView.Of(manifest, folder.ReadCases());
        SortedDictionary<string, string> consoles = new(StringComparer.Ordinal);
        foreach (CaseResult result in view.Open.Where(result => folder.ConsoleFileOf(result.Case) is not null))
            consoles[result.Case] = Cut(folder.ReadConsole(result.Case));
        return JsonSerializer.SerializeToUtf8Bytes(
            new PublicReport(manifest.Cases.All(view.Shows) ? view.Summary : null, view.Open, consoles), Readable.PublicReport);
    }

    private static string Cut(string text) =>
        text.Length <= MostCharacters ? text : text[..MostCharacters] + $"\n… and {text.Length - MostCharacters} characters more";
}
