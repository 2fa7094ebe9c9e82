// expect: MemoryLimit
// Private copies of the pages of a file that is called as files in memory are: counted once as its own memory, and not taken off again.

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const int Mebibytes = 55, Copies = 20;
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "memfd:a (deleted)")).FullName;
        using FileStream file = new(Path.Combine(folder, "memfd:b"), FileMode.Create);
        file.SetLength((long)Mebibytes << 20);
        for (int copy = 0; copy < Copies; copy++)
        {
            byte* first = Hoard.Mapped((long)Mebibytes << 20, Libc.PROT_READ | Libc.PROT_WRITE, Libc.MAP_PRIVATE,
                (int)file.SafeFileHandle.DangerousGetHandle());
            Hoard.Touch(first, (long)Mebibytes << 20);
        }
        Thread.Sleep(300);
    }
}
