namespace Evaluator.BoardSpecs.Inputs;

/// <summary>What somebody types who means no good: markup, an attribute of its own and SQL; control characters and another direction of
/// writing.</summary>
internal static class HostileText
{
    /// <summary>What no page may hold as it was typed.</summary>
    public static readonly string[] Marks = ["<script>alert", "\" onmouseover=alert"];

    /// <summary>How a page shows the first of them.</summary>
    public const string Escaped = "&lt;script&gt;alert";

    public static readonly string[] All =
    [
        "<script>alert(1)</script>\" onmouseover=alert(1) ' OR 1=1;--",    // 60 characters: the longest name of a token
        "a\u0000\b\u001B[31m\u202Eb",
    ];

    /// <summary>The same for a path and a header, which cannot hold a NUL: the server itself refuses that.</summary>
    public static IEnumerable<string> WithoutNul => All.Select(text => text.Replace("\0", "", StringComparison.Ordinal));

    /// <summary>The same where nothing but what can be seen travels.</summary>
    public static IEnumerable<string> Visible => All.Where(text => !text.Any(char.IsControl));
}
