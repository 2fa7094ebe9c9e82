using System.Text.Encodings.Web;
using System.Text.Json;

namespace Evaluator.Harbour.Files;

/// <summary>The Python starter as a Jupyter notebook (format 4.5): each step's comment a text cell, its code a code cell.</summary>
internal static class Notebook
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string script)
    {
        List<object> cells = [];
        foreach (string block in script.TrimEnd('\n').Split("\n# ## "))
        {
            string[] lines = (cells.Count == 0 ? block : "# ## " + block).Split('\n');
            string[] comment = [.. lines.TakeWhile(line => line.StartsWith('#')).Select(line => line[1..].TrimStart())];
            cells.Add(new { cell_type = "markdown", id = $"text-{cells.Count}", metadata = new { }, source = Source(comment) });
            string[] code = [.. lines.Skip(comment.Length).SkipWhile(line => line.Length == 0)];
            while (code.Length > 0 && code[^1].Length == 0)
                code = code[..^1];
            if (code.Length > 0)
                cells.Add(new
                {
                    cell_type = "code",
                    execution_count = (int?)null,
                    id = $"code-{cells.Count}",
                    metadata = new { },
                    outputs = Array.Empty<int>(),
                    source = Source(code),
                });
        }
        var kernel = new { display_name = "Python 3", language = "python", name = "python3" };
        var metadata = new { kernelspec = kernel, language_info = new { name = "python" } };
        return JsonSerializer.Serialize(new { cells, metadata, nbformat = 4, nbformat_minor = 5 }, Indented) + "\n";
    }

    /// <summary>A notebook holds a text as its lines, each with its line feed but the last.</summary>
    private static string[] Source(string[] lines) => [.. lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line)];
}
