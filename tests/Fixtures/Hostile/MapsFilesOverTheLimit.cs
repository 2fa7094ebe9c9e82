// expect: Accepted
// Files of the runtime, mapped and read until 1,400 MiB stand in the process's size: the page cache of disk files is not charged.

using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

public unsafe partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        long mapped = 0, sum = 0;
        string[] files = Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory());
        for (int next = 0; mapped < 1_400L << 20; next++)
        {
            string file = files[next % files.Length];
            long length = new FileInfo(file).Length;
            MemoryMappedFile map = MemoryMappedFile.CreateFromFile(
                File.OpenRead(file), null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            byte* bytes = null;
            map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle.AcquirePointer(ref bytes);
            for (long page = 0; page < length; page += 4096)
                sum += bytes[page];
            mapped += length;
        }
        Console.WriteLine(sum);
    }
}
