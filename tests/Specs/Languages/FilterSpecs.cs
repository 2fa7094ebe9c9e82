using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Languages;

namespace Evaluator.Specs.Languages;

/// <summary>What the .NET worker forbids stands in harness/Worker, what the other runners forbid in harness/Runners: they must not drift apart.</summary>
public partial class FilterSpecs
{
    [Fact]
    public void The_runners_forbid_the_same_system_calls_as_the_dotnet_worker()
    {
        Toolchains.Require(Language.Cpp);
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Assert.Skip("the numbers of this architecture stand in another table");
        string table = File.ReadAllText(Path.Combine(Repository.Root, "harness", "Worker", "Confinement", "SystemCalls.cs"));
        int[] worker = [.. ListOf(table, "ForbiddenOnX64"), .. ListOf(table, "ForbiddenEverywhere")];

        // Compiled, and looked at in the binary: the list's bytes stand between two marks.
        using var folder = new HandedInFolder();
        string header = Path.Combine(Repository.Root, "harness", "Runners", "Native", "confinement.h");
        string source = HandedInFolder.PlainSource(Language.Cpp).Replace("@BEFORE@", "", StringComparison.Ordinal) + """

            #include "Native/confinement.h"
            struct Marked { char first[8] = {'<','F','I','L','T','E','R','<'}; unsigned list[sizeof evaluator::Forbidden / 4]; char last[8] = {'>','F','I','L','T','E','R','>'};
                constexpr Marked() : list() { for (unsigned i = 0; i < sizeof evaluator::Forbidden / 4; i++) list[i] = evaluator::Forbidden[i]; } };
            static constexpr Marked marked;
            extern "C" __attribute__((visibility("default"))) const void* marks() { return &marked; }
            """;
        folder.Add("Native/confinement.h", File.ReadAllText(header));
        folder.Add("Native/wire_descriptors.h", File.ReadAllText(Path.Combine(Path.GetDirectoryName(header)!, "wire_descriptors.h")));
        folder.Add("Plain.cpp", source);
        ReadOnlySpan<byte> binary = Desk.Accept(folder.Path).Closure[0].Content;
        int start = binary.IndexOf("<FILTER<"u8) + 8, end = binary.IndexOf(">FILTER>"u8);
        int[] runners = MemoryMarshal.Cast<byte, int>(binary[start..end]).ToArray();

        Assert.Equal(worker.Order(), runners.Order());
    }

    private static IEnumerable<int> ListOf(string table, string name)
    {
        string list = table[(table.IndexOf($"int[] {name} =", StringComparison.Ordinal))..];
        list = list[(list.IndexOf('[', list.IndexOf('=')) + 1)..list.IndexOf("];", StringComparison.Ordinal)];
        return Number().Matches(Comment().Replace(list, "")).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
