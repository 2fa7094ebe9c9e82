using System.Runtime.InteropServices;

namespace Evaluator.Probe;

/// <summary>More than any limit allows; nobody comes back from here.</summary>
internal static unsafe class Excess
{
    public static int Memory()
    {
        const int mebibyte = 1 << 20;
        while (true)
            NativeMemory.Fill(NativeMemory.Alloc(mebibyte), mebibyte, 1);
    }

    public static int Time()
    {
        for (int turns = 0; ; turns++)
        {
        }
    }
}
