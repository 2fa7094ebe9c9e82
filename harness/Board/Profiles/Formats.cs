namespace Evaluator.Board.Profiles;

/// <summary>In which language somebody handed in, told by the format.</summary>
internal static class Formats
{
    /// <summary>Null for what tells no language: tables, and archives of sources.</summary>
    public static string? LanguageOf(string format) => format switch
    {
        "cs" or "dll" => "C#",
        "java" or "jar" => "Java",
        "cpp" or "cc" or "cxx" or "so" or "elf" => "C++",
        "csv" or "zip" => null,
        _ => format,
    };
}
