// expect: Accepted; holds: answers-secret
// Before it predicts a month it searches all memory of its process, and the folders it was given, for canaries: texts MONTH-GROUP behind
// a word that the specs plant in the data. A month that is not over, or a group that is not its own, is a breach. Where it has been
// given canaries it must find those again, or the search proves nothing.

using System.Globalization;
using System.Text;

public partial class BostonRiskPredictor
{
    static readonly string s_word = string.Concat("CAN", "ARY-");
    // One for all: a collection in the midst of the search would move what is searched for to where nobody looks any more.
    static readonly byte[] s_buffer = GC.AllocateUninitializedArray<byte>((1 << 20) + 128, pinned: true);
    readonly HashSet<string> _given = [];
    readonly List<string[]> _kept = [];

    partial void OnReceiveEvents(string group, int month, string[] emergencies)
    {
        if (emergencies.Any(line => line.Contains(s_word)))
        {
            _given.Add($"{month}-{group}");
            _kept.Add(emergencies);
        }
    }

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        HashSet<string> found = [];
        SearchMemory(found);
        SearchFiles(Path.GetDirectoryName(Path.GetDirectoryName(typeof(BostonRiskPredictor).Assembly.Location))!, found);
        SearchFiles(AppContext.BaseDirectory, found);
        SearchFiles(Path.GetTempPath(), found);
        foreach (string canary in found)
        {
            string[] parts = canary.Split('-');
            if (parts[1] != group || int.Parse(parts[0], CultureInfo.InvariantCulture) >= month)
                throw new Breach($"found the canary {canary} before predicting {month}");
        }
        if (!found.IsSupersetOf(_given))
            throw new InvalidOperationException($"the search is blind: {string.Join(' ', _given.Except(found))} was given and not found");
    }

    static unsafe void SearchMemory(HashSet<string> found)
    {
        // half-overwritten copies of what was read
        long ownBuffer = (long)System.Runtime.CompilerServices.Unsafe.AsPointer(ref s_buffer[0]);
        using FileStream memory = new("/proc/self/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        foreach (string map in File.ReadAllLines("/proc/self/maps"))
        {
            string[] fields = map.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields[1][0] != 'r' || (fields.Length > 5 && fields[5].StartsWith("[v")))
                continue;
            long[] range = Array.ConvertAll(fields[0].Split('-'), text => (long)ulong.Parse(text, NumberStyles.HexNumber));
            if (range[0] >= 0 && !(range[0] <= ownBuffer && ownBuffer < range[1]))
                Search(memory, range[0], range[1], found);
        }
    }

    static void SearchFiles(string folder, HashSet<string> found)
    {
        EnumerationOptions everywhere =
            new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string name in Directory.EnumerateFiles(folder, "*", everywhere))
        {
            if (name.Contains("/dotnet/"))
                continue;
            using FileStream file = new(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            Search(file, 0, file.Length, found);
        }
    }

    static void Search(FileStream source, long from, long to, HashSet<string> found)
    {
        byte[] narrow = Encoding.UTF8.GetBytes(s_word), wide = Encoding.Unicode.GetBytes(s_word);
        byte[] buffer = s_buffer;
        for (long at = from; at < to; at += 1 << 20)
        {
            int read;
            try
            {
                source.Position = at;
                read = source.ReadAtLeast(buffer.AsSpan(0, (int)Math.Min(buffer.Length, to - at)), 1, throwOnEndOfStream: false);
            }
            catch (IOException)
            {
                continue;   // unmapped in the meantime
            }
            Collect(buffer.AsSpan(0, read), narrow, 1, found);
            Collect(buffer.AsSpan(0, read), wide, 2, found);
        }
    }

    // A canary is the word, one or two digits, a hyphen and twelve digits.
    static void Collect(ReadOnlySpan<byte> bytes, byte[] word, int step, HashSet<string> found)
    {
        for (int at; (at = bytes.IndexOf(word)) >= 0; bytes = bytes[(at + word.Length)..])
        {
            StringBuilder text = new();
            for (int next = at + word.Length; next < bytes.Length && text.Length < 15
                && (char.IsAsciiDigit((char)bytes[next]) || bytes[next] == '-'); next += step)
                text.Append((char)bytes[next]);
            string[] parts = text.ToString().Split('-');
            if (parts.Length == 2 && parts[0].Length is 1 or 2 && parts[1].Length >= 12)
                found.Add($"{parts[0]}-{parts[1][..12]}");
        }
    }
}
