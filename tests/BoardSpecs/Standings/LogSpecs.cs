using System.Text;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>The log as text: canonical, chained, readable by a program that shares no line with ours.</summary>
public class LogSpecs
{
    [Fact]
    public void Every_kind_of_entry_has_a_sample_and_comes_back_as_it_was()
    {
        IReadOnlyList<Entry> entries = Samples.Chained(Samples.Bodies);
        Assert.Equal(EntryKind.Names, entries.Select(entry => entry.Kind));
        Assert.Equal(
            typeof(EntryBody).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EntryBody))).Select(type => type.Name).Order(),
            Samples.Bodies.Select(body => body.GetType().Name).Order());
        foreach (Entry entry in entries.Concat(Samples.Chained(Samples.Bare)))
        {
            byte[] line = EntryText.Write(entry);
            Entry again = EntryText.Read(line);
            Assert.Equal(Encoding.UTF8.GetString(line), Encoding.UTF8.GetString(EntryText.Write(again)));
            Assert.Equal(entry.Hash, EntryText.HashOf(again));
        }
    }

    [Fact]
    public void A_member_that_is_missing_or_unknown_or_null_makes_a_line_no_entry()
    {
        string line = Encoding.UTF8.GetString(EntryText.Write(Samples.Chained([new MemberJoined("t1", "a2")])[0]));
        foreach (string wrong in (string[])[line.Replace(",\"team\":\"t1\"", ""), line.Replace("\"t1\"", "null"),
            line.Replace("\"t1\"", "\"t1\",\"x\":1"), line.Replace("joined", "came")])
        {
            Assert.NotEqual(line, wrong);
            Assert.Throws<LogFormatException>(() => EntryText.Read(Encoding.UTF8.GetBytes(wrong)));
        }
    }

    [Fact]
    public void A_sound_chain_has_no_fault_and_any_change_is_one()
    {
        IReadOnlyList<Entry> entries = Samples.Chained(Samples.Bodies);
        Assert.Empty(Faults(entries));
        Assert.Equal(4, Faults([.. entries.Where(entry => entry.Seq != 4)])[0].Seq - 1);
        Assert.NotEmpty(Faults([.. entries.Select(entry => entry.Seq == 7 ? entry with { Actor = "somebody" } : entry)]));
        Assert.NotEmpty(Faults([.. entries.Select(entry => entry.Seq == 7 ? entry with { At = entry.At.AddMilliseconds(1) } : entry)]));
        Assert.NotEmpty(Faults([.. entries.Select(entry => entry.Seq == 7 ? entry with { Body = new MemberJoined("t1", "a3") } : entry)]));
    }

    [Fact]
    public void A_clock_that_goes_back_does_not_take_the_log_with_it()
    {
        Entry first = Chain.Next(null, Samples.Start, "harbour", "a1", new RulesAccepted(1));
        Entry second = Chain.Next(first, Samples.Start.AddHours(-1), "harbour", "a1", new RulesAccepted(2));
        Assert.Equal(first.At, second.At);
        Assert.Null(Chain.Check(first, second));
        Entry back = second with { At = first.At.AddMilliseconds(-1) };
        back = back with { Hash = EntryText.HashOf(back) };
        Assert.Contains("before the entry before it", Chain.Check(first, back)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_comes_back_and_each_changed_byte_is_noticed()
    {
        SealedText reason = SealedText.Fresh("it was \"me\"\n");
        IReadOnlyList<Entry> entries = Samples.Chained([new RulesAccepted(1), new TeamMade("t1", reason.Seal), new Withdrawn("s1")]);
        using MemoryStream file = new();
        LogFile.Write(file, entries, [reason]);
        Assert.Null(await FirstFault(file.ToArray()));
        byte[] bytes = file.ToArray();
        for (int place = 0; place < bytes.Length; place++)
        {
            byte[] changed = [.. bytes];
            changed[place] ^= 1;
            Assert.True(await FirstFault(changed) is not null,
                $"byte {place}, {(char)bytes[place]} made {(char)changed[place]}, goes unnoticed");
        }
    }

    [Fact]
    public void A_reader_in_another_language_finds_the_same_hashes()
    {
        using MemoryStream file = new();
        LogFile.Write(file, Samples.Chained(Samples.Bodies), [SealedText.Fresh("é\u0001\"")]);
        Assert.Equal((0, $"chain holds: {Samples.Bodies.Count} entries, 1 opened seals"), IndependentReader.Run("chain", file.ToArray()));
        byte[] changed = file.ToArray();
        changed[Encoding.UTF8.GetString(changed).IndexOf("\"t1\"", StringComparison.Ordinal) + 2] ^= 1;
        Assert.Equal(1, IndependentReader.Run("chain", changed).Code);
    }

    private static List<ChainFault> Faults(IReadOnlyList<Entry> entries)
    {
        List<ChainFault> faults = [];
        for (int i = 0; i < entries.Count; i++)
        {
            if (Chain.Check(i == 0 ? null : entries[i - 1], entries[i]) is { } fault)
                faults.Add(fault);
        }
        return faults;
    }

    private static async Task<string?> FirstFault(byte[] file)
    {
        Entry? last = null;
        int opened = 0;
        await foreach (LogLine line in LogFile.ReadAsync(new MemoryStream(file), TestContext.Current.CancellationToken))
        {
            if (line.Fault is not null)
                return line.Fault;
            if (line.Opened is not null)
                opened++;
            if (line.Entry is null)
                continue;
            if (Chain.Check(last, line.Entry) is { } fault)
                return fault.ToString();
            last = line.Entry;
        }
        return last?.Seq == 3 && opened == 1 ? null : "lines are missing";
    }
}
