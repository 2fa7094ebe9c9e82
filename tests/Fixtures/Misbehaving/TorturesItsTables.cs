// expect: Accepted
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>
/// Does with the tables' texts whatever can be done with strings: puts them into all kinds of collections, hashes, locks, pins, interns and
/// weakly refers to them, across collections of all kinds. How the worker made them must make no difference.
/// </summary>
public partial class BostonRiskPredictor
{
    private readonly List<WeakReference<string>> gone = new();

    partial void OnSetup(string[] parcels)
    {
        if (parcels.Length == 0)
            return;    // a package without tables
        Require(parcels.All(text => text is not null && text.GetType() == typeof(string)), "texts");
        Collections(parcels);
        Hashes(parcels);
        Locks(parcels);
        Memory(parcels);
        References(parcels);
        Growth(parcels);
    }

    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        GC.Collect();
        Require(gone.Count(one => one.TryGetTarget(out _)) == 0, "what nobody holds goes");
    }

    private static void Collections(string[] texts)
    {
        var set = new HashSet<string>(texts);
        var sorted = new SortedSet<string>(texts, StringComparer.Ordinal);
        var dictionary = new ConcurrentDictionary<string, int>();
        foreach (string text in texts)
            dictionary.AddOrUpdate(text, 1, (_, count) => count + 1);
        Require(set.SetEquals(sorted) && dictionary.Keys.All(set.Contains) && dictionary.Values.Sum() == texts.Length, "collections");
        string[] copy = (string[])texts.Clone();
        Array.Sort(copy, StringComparer.Ordinal);
        Require(Array.BinarySearch(copy, texts[^1], StringComparer.Ordinal) >= 0, "a sorted copy");
        Require(string.Join('\n', texts).Split('\n').SequenceEqual(texts), "joined and split");
        var identities = new HashSet<object>(texts.Where(text => text.Length > 0), ReferenceEqualityComparer.Instance);
        Require(identities.Count == texts.Count(text => text.Length > 0), "each text is an object of its own");
    }

    private static void Hashes(string[] texts)
    {
        foreach (string text in texts)
        {
            string again = new(text.AsSpan());
            Require(again == text && again.GetHashCode() == text.GetHashCode(), "equal texts have equal hashes");
            Require(string.CompareOrdinal(again, text) == 0 && text.Equals((object)again), "equal texts are equal");
            Require(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text, "UTF-8 there and back");
        }
        int[] identities = texts.Select(RuntimeHelpers.GetHashCode).ToArray();
        GC.Collect(0);
        GC.Collect();
        Require(texts.Select(RuntimeHelpers.GetHashCode).SequenceEqual(identities), "an object keeps its hash");
    }

    private static void Locks(string[] texts)
    {
        int counted = 0;
        foreach (string text in texts.Take(1000))
        {
            lock (text)
            {
                Require(Monitor.IsEntered(text), "locks");
                counted++;
            }
        }
        string shared = texts[0];
        Thread[] threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                lock (shared)
                    counted++;
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Require(counted == Math.Min(texts.Length, 1000) + 4000, "a lock keeps others out");
    }

    private static unsafe void Memory(string[] texts)
    {
        foreach (string text in texts)
        {
            fixed (char* first = text)
                Require(first[text.Length] == '\0', "a text ends with a zero");
        }
        GCHandle pinned = GCHandle.Alloc(texts[0], GCHandleType.Pinned);
        nint address = pinned.AddrOfPinnedObject();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        Require(pinned.AddrOfPinnedObject() == address && Marshal.PtrToStringUni(address) == texts[0], "what is pinned stays");
        pinned.Free();
        Require(ReferenceEquals(string.Intern(texts[^1]), string.IsInterned(new string(texts[^1].AsSpan()))), "interned");
    }

    private void References(string[] texts)
    {
        var table = new ConditionalWeakTable<string, object>();
        foreach (string text in texts.Where(text => text.Length > 0))
            table.Add(text, text.Length);
        WeakReference<string>[] weak = texts.Select(text => new WeakReference<string>(text)).ToArray();
        GC.Collect();
        for (int i = 0; i < texts.Length; i++)
            Require(weak[i].TryGetTarget(out string? held) && ReferenceEquals(held, texts[i]), "what is held stays");
        string[] attached = texts.Where(text => text.Length > 0).ToArray();
        Require(attached.All(text => table.TryGetValue(text, out object? length) && (int)length! == text.Length), "what is attached stays");
        Forget(texts);
        GC.KeepAlive(texts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Forget(string[] texts)
    {
        for (int i = 1; i < Math.Min(texts.Length - 1, 100); i++)
        {
            if (texts[i].Length > 0)
                gone.Add(new WeakReference<string>(texts[i]));
            texts[i] = "";
        }
    }

    private static void Growth(string[] texts)
    {
        List<string> made = new();
        for (int round = 0; round < 10; round++)
        {
            foreach (string text in texts)
                made.Add(text + round);
            GC.Collect(round % 3);
        }
        Require(made.Count == 10 * texts.Length && made[^1] == texts[^1] + "9", "what is made of them");
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"not as it should be: {what}");
    }
}
