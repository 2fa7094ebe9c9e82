using System.Buffers.Binary;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Specs.Languages;

/// <summary>The program that locks every worker in, run here instruction by instruction as the kernel runs it.</summary>
public class FilterSpecs
{
    private const uint Allowed = 0x7fff0000, Refused = 0x00050001, NoSuchCall = 0x00050026, LookAgain = 0x0005000b,
        NotSyncable = 0x00050016, Nothing = 0x00050000;
    private const int Self = 4711;

    private static readonly ulong[] Program = [.. SystemCallFilter.Build(sharedMemory: false).Instructions];

    [Fact]
    public void It_fits_into_what_the_kernel_takes() => Assert.InRange(Program.Length, 1, 4096);

    [Fact]
    public void The_text_that_a_worker_gets_is_the_program()
    {
        string text = SystemCallFilter.Text(sharedMemory: false);
        Assert.Equal(Program, Enumerable.Range(0, text.Length / 16).Select(i => Convert.ToUInt64(text.Substring(16 * i, 16), 16)));
    }

    [Theory]
    [InlineData("read", 0)]
    [InlineData("openat", 257)]
    [InlineData("exit_group", 231)]
    [InlineData("getrandom", 318)]
    public void What_every_runtime_needs_is_let_through(string name, int call) => Assert.True(Decide(call) == Allowed, name);

    [Fact]
    public void What_is_on_no_list_is_refused_whatever_it_is()
    {
        RequireX64();
        uint[] looksAtArguments = [2, 9, 26, 28, 56, 62, 72, 74, 75, 16, 157, 202, 203, 221, 228, 229, 230, 234, 257, 277, 302];
        HashSet<uint> allowed = [.. SystemCalls.AlwaysAllowed];
        for (uint call = 0; call < 1024; call++)
        {
            uint expected = allowed.Contains(call) ? Allowed : call < SystemCalls.FirstOptional ? Refused : NoSuchCall;
            if (!looksAtArguments.Contains(call))
                Assert.True(Decide((int)call) == expected, $"call {call}: {Decide((int)call):x8}");
        }
    }

    [Fact]
    public void Another_architecture_and_x32_have_no_calls()
    {
        Assert.Equal(NoSuchCall, Run(Program, 0, 0x40000003, []));
        Assert.Equal(NoSuchCall, Run(Program, 0x40000000, SystemCalls.Architecture, []));
    }

    [Theory]
    [InlineData(0x80000, Allowed)]     // O_RDONLY | O_CLOEXEC
    [InlineData(0x241, Allowed)]       // O_WRONLY | O_CREAT | O_TRUNC: who may write may empty
    [InlineData(0x242, Allowed)]
    [InlineData(0x200, Refused)]       // O_RDONLY | O_TRUNC
    [InlineData(0x80240, Refused)]
    public void Nothing_is_emptied_that_is_opened_for_reading(uint flags, uint expected)
    {
        RequireX64();
        Assert.Equal(expected, Decide(2, 0, flags));
        Assert.Equal(expected, Decide(257, 0, 0, flags));
        Assert.Equal(Refused, Decide(76));    // truncate(2)
    }

    [Theory]
    [InlineData(0x003d0f00, Allowed)]                // as the C library makes a thread
    [InlineData(0x007d0f00, Allowed)]                // as musl does
    [InlineData(0x003d0b00, Refused)]                // without CLONE_FILES: a table of its own
    [InlineData(0x003d0f00 | 0x10000000, Refused)]   // in a user namespace of its own
    [InlineData(17, Refused)]                        // a process
    [InlineData(0x10100 | 0x800, Refused)]
    public void A_thread_shares_everything_and_nothing_else_is_made(uint flags, uint expected)
    {
        RequireX64();
        Assert.Equal(expected, Decide(56, flags));
    }

    [Theory]
    [InlineData(0x80, Allowed)]
    [InlineData(0x81, Allowed)]
    [InlineData(0x189, Allowed)]
    [InlineData(0, LookAgain)]
    [InlineData(9, LookAgain)]
    [InlineData(0x109, LookAgain)]
    [InlineData(1, Refused)]
    [InlineData(3, Refused)]
    [InlineData(5, Refused)]
    [InlineData(10, Refused)]
    public void A_futex_that_is_not_private_wakes_nobody_and_nobody_waits_on_it(uint operation, uint expected)
    {
        RequireX64();
        Assert.Equal(expected, Decide(202, 0, operation));
    }

    [Theory]
    [InlineData(0x22, 4096, Allowed)]
    [InlineData(0x22, 1L << 33, Allowed)]
    [InlineData(0x01, 1L << 33, Allowed)]          // a file, shared: what it is read from
    [InlineData(0x21, 4 << 20, Allowed)]           // small, and counted as if it were full
    [InlineData(0x23, 4 << 20, Allowed)]
    [InlineData(0x21, (4 << 20) + 1, Refused)]
    [InlineData(0x23, (4 << 20) + 1, Refused)]
    [InlineData(0x21, 1L << 32, Refused)]          // small in its lower half alone
    [InlineData(0x21 | 0x40000, 4096, Refused)]    // huge pages
    [InlineData(0x22 | 0x40000, 4096, Refused)]
    [InlineData(0x22 | 0x2000, 4096, Refused)]     // locked
    public void Memory_is_private_of_a_file_or_small_where_nobody_counts_what_is_shared(uint flags, long bytes, uint expected)
    {
        RequireX64();
        Assert.Equal(expected, Decide(9, 0, (ulong)bytes, 3, flags));
    }

    [Fact]
    public void Where_somebody_counts_it_memory_may_be_shared_but_not_huge()
    {
        RequireX64();
        ulong[] program = [.. SystemCallFilter.Build(sharedMemory: true).Instructions];
        Assert.Equal(Allowed, Run(program, 9, SystemCalls.Architecture, [0, 4096, 3, 0x21]));
        Assert.Equal(Refused, Run(program, 9, SystemCalls.Architecture, [0, 4096, 3, 0x21 | 0x40000]));
        Assert.Equal(Allowed, Run(program, 319, SystemCalls.Architecture, [0, 1]));
        Assert.Equal(Refused, Run(program, 319, SystemCalls.Architecture, [0, 4]));
        Assert.Equal(Refused, Decide(319, 0, 1));
    }

    [Theory]
    [InlineData(228, 1, Allowed)]
    [InlineData(228, 0xFFFFFFFE, Allowed)]    // a thread's: of this process or of none
    [InlineData(228, 0xFFFFFFFA, Refused)]    // a process's
    [InlineData(230, 0xFFFFFFF2, Refused)]
    public void Clocks_of_other_processes_are_refused(int call, uint clock, uint expected)
    {
        RequireX64();
        Assert.Equal(expected, Decide(call, clock));
    }

    [Theory]
    [InlineData(4, Allowed)]
    [InlineData(14, Allowed)]
    [InlineData(3, Refused)]
    [InlineData(20, Refused)]
    [InlineData(21, Refused)]
    [InlineData(12, Refused)]
    public void Advice_moves_nothing_that_others_see(uint advice, uint expected)
    {
        RequireX64();
        Assert.Equal(expected, Decide(28, 0, 4096, advice));
    }

    [Fact]
    public void Signals_and_limits_are_its_own()
    {
        RequireX64();
        Assert.Equal(Allowed, Decide(62, Self, 9));
        Assert.Equal(Refused, Decide(62, 1, 9));
        Assert.Equal(Refused, Decide(62, uint.MaxValue, 9));
        Assert.Equal(Refused, Decide(62, 0, 9));
        Assert.Equal(Allowed, Decide(234, Self, 1, 34));
        Assert.Equal(Refused, Decide(234, Self + 1, 1, 34));
        Assert.Equal(Allowed, Decide(302, 0));
        Assert.Equal(Refused, Decide(302, 1));
    }

    [Fact]
    public void No_file_is_synced_and_what_dotnet_says_at_the_end_of_a_view_succeeds_without_being_done()
    {
        RequireX64();
        Assert.Equal(NotSyncable, Decide(74, 5));
        Assert.Equal(NotSyncable, Decide(75, 5));
        Assert.Equal(NotSyncable, Decide(26, 0, 4096, 4));
        Assert.Equal(Nothing, Decide(26, 0, 4096, 6));
    }

    [Theory]
    [InlineData(72, 1, 1030, Allowed)]
    [InlineData(72, 1, 6, Refused)]         // F_SETLK
    [InlineData(72, 1, 1031, Refused)]      // F_SETPIPE_SZ
    [InlineData(16, 1, 0x5401, Allowed)]
    [InlineData(16, 1, 0x5412, Refused)]    // TIOCSTI
    [InlineData(157, 0, 15, Allowed)]
    [InlineData(157, 0, 4, Refused)]        // PR_SET_DUMPABLE
    [InlineData(157, 0, 1, Refused)]        // PR_SET_PDEATHSIG
    [InlineData(221, 3, 2, Allowed)]
    [InlineData(221, 3, 4, Refused)]        // POSIX_FADV_DONTNEED
    public void Commands_are_let_through_one_by_one(int call, int argument, uint value, uint expected)
    {
        RequireX64();
        ulong[] arguments = new ulong[6];
        arguments[argument] = value;
        Assert.Equal(expected, Decide(call, arguments));
    }

    private static void RequireX64()
    {
        if (System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture != System.Runtime.InteropServices.Architecture.X64)
            Assert.Skip("the numbers here are x64's");
    }

    private static uint Decide(int call, params ulong[] arguments) => Run(Program, (uint)call, SystemCalls.Architecture, arguments);

    /// <summary>As kernel/bpf runs it, for the instructions that the filter is made of; another one is a failure.</summary>
    private static uint Run(ulong[] program, uint call, uint architecture, ulong[] arguments)
    {
        byte[] data = new byte[64];
        BinaryPrimitives.WriteUInt32LittleEndian(data, call);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4), architecture);
        for (int i = 0; i < arguments.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(16 + 8 * i), arguments[i]);
        uint accumulator = 0;
        for (int at = 0; ; at++)
        {
            ulong instruction = program[at];
            int ifTrue = (byte)(instruction >> 16), ifFalse = (byte)(instruction >> 24);
            uint operand = (uint)(instruction >> 32);
            if (operand == FilterProgram.Self)
                operand = Self;
            switch ((ushort)instruction)
            {
                case 0x20: accumulator = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan((int)operand)); break;
                case 0x54: accumulator &= operand; break;
                case 0x15: at += accumulator == operand ? ifTrue : ifFalse; break;
                case 0x45: at += (accumulator & operand) != 0 ? ifTrue : ifFalse; break;
                case 0x35: at += accumulator >= operand ? ifTrue : ifFalse; break;
                case 0x06: return operand;
                default: throw new InvalidOperationException($"instruction {instruction:x16}");
            }
        }
    }
}
