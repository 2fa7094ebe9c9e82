using System.Text;

namespace Evaluator.Specs.Cluster;

/// <summary>What a long proof found, on the test's output and in artifacts/cluster-soak/.</summary>
internal sealed class SoakLog : IDisposable
{
    private readonly StreamWriter file;
    private readonly StringBuilder text = new();

    public SoakLog(string proof)
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "cluster-soak");
        Directory.CreateDirectory(folder);
        file = new StreamWriter(Path.Combine(folder, proof.Replace(' ', '-') + ".txt")) { AutoFlush = true };
        Add(proof);
    }

    public string Text => text.ToString();

    public void Add(string line)
    {
        text.AppendLine(line);
        file.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {line}");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
    }

    public void Dispose() => file.Dispose();
}
