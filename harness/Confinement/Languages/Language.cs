using System.Text.Json.Serialization;

namespace Evaluator.Confinement.Languages;

/// <summary>What a submission is written in, or, for <see cref="DotNet"/>, that it comes as an assembly and nobody asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Language>))]
public enum Language
{
    DotNet,
    CSharp,
    VisualBasic,
    Cpp,
    Java,
}
