using System.Globalization;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// What a process and all that descend from it use, read from /proc. Processes that end while they are read count as gone.
/// </summary>
internal static class ProcessTree
{
    /// <summary>Adds the process itself and its living descendants to <paramref name="found"/>.</summary>
    public static void Collect(int process, List<int> found)
    {
        found.Add(process);
        foreach (string task in Tasks(process))
        {
            foreach (string child in ReadOrEmpty($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (int.TryParse(child, CultureInfo.InvariantCulture, out int number))
                    Collect(number, found);
            }
        }
    }

    /// <summary>CPU time of the living processes and of the children they have waited for.</summary>
    public static TimeSpan CpuTime(List<int> processes)
    {
        TimeSpan sum = TimeSpan.Zero;
        foreach (int process in processes)
            sum += CpuClock.Of(process) + CpuTimeOfWaitedChildren(process);
        return sum;
    }

    /// <summary>
    /// Anonymous, shared and memfd memory in bytes, what of it was swapped out, and the tables of pages; pages of files on disk are not
    /// charged (ruling 9). A memfd holds memory whether it is mapped or not; where it is, its pages also stand in RssShmem, which is put
    /// right only when it matters, because that is slow. A folder in memory is charged as a whole; what is mapped of it stands in RssShmem
    /// as well.
    /// </summary>
    /// <remarks>
    /// A look takes its time, on a busy machine a long one: what is filled or unmapped between two of its files is counted twice (seen: 900
    /// MiB that were shared as 1,543). So a look that finds too much is taken again, and the lesser of the two counts.
    /// </remarks>
    public static MemoryUse Memory(List<int> processes, long limit)
    {
        MemoryUse first = Look(processes, limit);
        if (first.Charged <= limit)
            return first;
        MemoryUse second = Look(processes, limit);
        return second.Charged < first.Charged ? second : first;
    }

    private static MemoryUse Look(List<int> processes, long limit)
    {
        long own = 0, shared = 0, inFolders = 0, mostResident = 0, mostOfFiles = 0;
        var files = new MemoryFiles();
        foreach (int process in processes)
        {
            string status = ReadOrEmpty($"/proc/{process}/status");
            own += (Kibibytes(status, "RssAnon:") + Kibibytes(status, "VmSwap:") + Kibibytes(status, "VmPTE:")) * 1024;
            shared += Kibibytes(status, "RssShmem:") * 1024;
            mostResident = Math.Max(mostResident, Kibibytes(status, "VmHWM:") * 1024);
            mostOfFiles = Math.Max(mostOfFiles, Kibibytes(status, "RssFile:") * 1024);
            files.Look(process);
            inFolders += FolderInMemory.Bytes(process);
        }
        long inMemoryFiles = files.Bytes;
        if (inMemoryFiles > 0 && own + shared + inMemoryFiles > limit)
        {
            foreach (int process in processes)
                shared -= Math.Min(shared, files.MappedBytes(process));
        }
        return new MemoryUse(own + Math.Max(shared, inFolders) + inMemoryFiles, mostResident, mostOfFiles);
    }

    /// <summary>The longest time that any one thread of the processes was ready to run and waited for a core.</summary>
    public static TimeSpan WaitedForCores(List<int> processes)
    {
        long longest = 0;
        foreach (int process in processes)
        {
            foreach (string task in Tasks(process))
            {
                string[] fields = ReadOrEmpty($"{task}/schedstat").Split(' ');
                if (fields.Length >= 2 && long.TryParse(fields[1], CultureInfo.InvariantCulture, out long waited))
                    longest = Math.Max(longest, waited);
            }
        }
        return TimeSpan.FromMicroseconds(longest / 1000.0);
    }

    private static TimeSpan CpuTimeOfWaitedChildren(int process)
    {
        const int ticksPerSecond = 100;    // USER_HZ, the same on every Linux that .NET supports
        string stat = ReadOrEmpty($"/proc/{process}/stat");
        // The name, in parentheses, may hold anything; fields are counted behind it. 16 and 17 are cutime and cstime.
        string[] fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 15
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(
                (long.Parse(fields[13], CultureInfo.InvariantCulture)
                + long.Parse(fields[14], CultureInfo.InvariantCulture)) / (double)ticksPerSecond);
    }

    /// <summary>
    /// The value of a field by the line that begins with it: the text's first line is the process's name, which a predictor chooses, and in
    /// which the kernel writes a line break as two other characters.
    /// </summary>
    /// <returns>0 where there is no such line.</returns>
    internal static long Kibibytes(string status, string field)
    {
        // Lines end with a line feed and nothing else: a name may hold a carriage return, which is an end of lines to the library.
        foreach (Range range in status.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> line = status.AsSpan(range);
            if (!line.StartsWith(field))
                continue;
            ReadOnlySpan<char> value = line[field.Length..].Trim();
            int end = value.IndexOf(' ');
            return long.TryParse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture, out long number) ? number : 0;
        }
        return 0;
    }

    internal static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException fault) when (SaysGone(fault))
        {
            return "";
        }
    }

    /// <summary>The folders of a process's threads; none once it has ended.</summary>
    private static string[] Tasks(int process)
    {
        string folder = $"/proc/{process}/task";
        try
        {
            return Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        }
        catch (IOException fault) when (SaysGone(fault))
        {
            return [];    // It ended between the two looks.
        }
    }

    private static bool SaysGone(IOException fault) =>
        fault is FileNotFoundException or DirectoryNotFoundException || fault.HResult == LibC.ESRCH;
}
