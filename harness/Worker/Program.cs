using Evaluator.Wire;
using Evaluator.Worker;
using Evaluator.Worker.Walls;
using Evaluator.Worker.World;

// Theory of operation. One worker plays one case and then ends. It is started by the harness with the wire on descriptors 0 and 1,
// moves the wire out of the predictor's reach, says hello and answers requests one at a time (harness/Wire/PROTOCOL.md). It never
// holds an answer: events of a month come only after that month's prediction has left. Everything here is assumed to be in the hands
// of the predictor as soon as it is loaded; limits, clock and truth are therefore kept by the harness, outside this process.
//
// A start is a third of what a case costs, so nothing up to hello is compiled when it runs: calls into the C library take and give what
// needs no translation (DisableRuntimeMarshalling), no generic method is asked for with a type that the framework has not compiled it for,
// and no text is put together before something fails. DOTNET_JitStdOutFile with DOTNET_JitDisasmSummary=1 makes a file where it is not so.

ParentDeath.EndWithParent();
if (args.Length > 0)
    Confinement.EnterLandlockAndBecome(args);    // which may be this program again, without arguments, or another language's
WireDescriptors wire = WireDescriptors.TakeFromStandardStreams();
DebuggerWait.WaitIfAsked();
Confinement.FromEnvironment().Lock();
Surroundings.Clear();
UserName.Fix();

var loop = new RequestLoop(new FrameReader(wire.Requests), new FrameWriter(wire.Replies));
loop.Run();
// At once: the runtime's own farewell would run the predictor's exit handlers, of which nobody hears any more, and costs 2 ms.
LibC._exit(0);
