using System.Diagnostics;
using System.Text;
using Evaluator.Confinement.Languages;
using Evaluator.Wire;

namespace Evaluator.Specs.Languages;

/// <summary>Every worker against the protocol's conformance cases (harness/Wire/PROTOCOL.md), malformed frames included.</summary>
public class RunnerSpecs
{
    public static TheoryData<Language> Workers => [Language.DotNet, Language.Cpp, Language.Java];

    [Theory]
    [MemberData(nameof(Workers))]
    public void A_worker_greets_and_leaves_at_goodbye(Language language) => Talk(language, worker =>
    {
        worker.Send(FrameKind.Bye, 1);
        Assert.Equal(0, worker.End());
    });

    [Theory]
    [MemberData(nameof(Workers))]
    public void A_worker_whose_input_closes_leaves(Language language) => Talk(language, worker => Assert.Equal(0, worker.End()));

    [Theory]
    [MemberData(nameof(Workers))]
    public void An_unknown_request_is_the_workers_own_failure(Language language) => Talk(language, worker =>
    {
        worker.Send((FrameKind)33, 1);
        Assert.Equal((FailureKind.Worker, 1), worker.Failure());
    });

    [Theory]
    [MemberData(nameof(Workers))]
    public void A_missing_tables_file_is_the_workers_own_failure(Language language) => Talk(language, worker =>
    {
        worker.Send(FrameKind.Tables, 1, payload => payload.Text("/nowhere/tables.bin"));
        Assert.Equal((FailureKind.Worker, 1), worker.Failure());
    });

    [Theory]
    [MemberData(nameof(Workers))]
    public void Tables_cut_short_are_the_workers_own_failure(Language language) => Talk(language, worker =>
    {
        worker.Send(FrameKind.Tables, 1, payload => payload.Text(worker.Tables(lists: 8)));
        Assert.Equal((FailureKind.Worker, 1), worker.Failure());
    });

    [Theory]
    [MemberData(nameof(Workers))]
    public void What_is_no_predictor_can_not_be_loaded(Language language) => Talk(language, worker =>
    {
        worker.Send(FrameKind.Load, 1, payload =>
        {
            payload.Text(worker.Tables(lists: 9));
            payload.Text("BostonRiskPredictor");
        });
        Assert.Equal((FailureKind.Load, 1), worker.Failure());
    });

    [Theory]
    [MemberData(nameof(Workers))]
    public void Malformed_requests_end_a_worker_without_an_answer(Language language)
    {
        foreach ((string what, byte[] bytes) in Malformed())
        {
            Talk(language, worker =>
            {
                worker.SendRaw(bytes);
                Assert.True(worker.End() != 0, what);
                Assert.True(worker.NothingMoreWasSaid, what);
            });
        }
    }

    private static IEnumerable<(string What, byte[] Bytes)> Malformed()
    {
        yield return ("a header whose last byte is not zero", [0, 0, 0, 0, 1, 0, 6, 1]);
        yield return ("a frame that is cut off", [9, 0, 0, 0, 1, 0, 1, 0, 5, 0, 0, 0, (byte)'/']);
        yield return ("a text longer than its frame", Frame(FrameKind.Tables, [9, 0, 0, 0, (byte)'/']));
        yield return ("bytes behind a payload's end", Frame(FrameKind.Setup, [1, 2, 3]));
        yield return ("a call before the predictor is loaded", Frame(FrameKind.Setup, []));
        yield return ("a list of more texts than there are bytes", Frame(FrameKind.Predict, [.. Head(), .. U32(0x7fffffff)]));
        yield return ("a list of four thousand million texts", Frame(FrameKind.Predict, [.. Head(), .. U32(0xffffffff)]));
        yield return ("a list whose ends fall",
            Frame(FrameKind.Predict, [.. Head(), .. U32(3), .. U32(2), .. U32(1), .. U32(2), (byte)'a', (byte)'b']));
        yield return ("a list whose ends leave its bytes",
            Frame(FrameKind.Predict, [.. Head(), .. U32(2), .. U32(9), .. U32(2), (byte)'a', (byte)'b']));
    }

    private static byte[] Head() => [.. U32(1), (byte)'7', .. U32(9), .. U32(0)];

    private static byte[] U32(uint value) => BitConverter.GetBytes(value);

    private static byte[] Frame(FrameKind kind, byte[] payload)
    {
        byte[] frame = new byte[FrameHeader.Size + payload.Length];
        new FrameHeader((uint)payload.Length, 1, kind).Write(frame);
        payload.CopyTo(frame, FrameHeader.Size);
        return frame;
    }

    private static void Talk(Language language, Action<TalkingWorker> talk)
    {
        Toolchains.Require(language == Language.DotNet ? Language.CSharp : language);
        using var worker = new TalkingWorker(language);
        talk(worker);
    }
}
