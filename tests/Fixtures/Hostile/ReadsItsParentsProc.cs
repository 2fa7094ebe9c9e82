// expect: Accepted; holds: no-tracing
// The harness, or the sandbox between: its environment, its memory, its open files.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string parent = $"/proc/{Libc.getppid()}";
        Breach.Unless("reads its parent's environment", () =>
        {
            if (File.ReadAllBytes(parent + "/environ").Length == 0)
                throw new IOException("it is empty");
        });
        Breach.Unless("opens its parent's memory", () => File.OpenRead(parent + "/mem").Dispose());
        Breach.Unless("lists its parent's open files", () => Directory.GetFiles(parent + "/fd"));
    }
}
