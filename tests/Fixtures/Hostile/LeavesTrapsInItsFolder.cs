// expect: Accepted
// A dangling link, a pipe, a closed folder and a deep one: the harness has to clear them away without following or opening any.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        string folder = Directory.CreateTempSubdirectory("evaluator-breach-").FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "link"), "/evaluator-nowhere");
        Libc.mkfifo(Path.Combine(folder, "pipe"), 0x180);
        string deep = folder;
        for (int depth = 0; depth < 30; depth++)
            deep = Directory.CreateDirectory(Path.Combine(deep, new string('d', 100))).FullName;
        string closed =
            Directory.CreateDirectory(Path.Combine(folder, "closed"), UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        File.WriteAllText(Path.Combine(closed, "file"), "");
    }
}
