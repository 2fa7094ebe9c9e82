namespace Evaluator.Jobs;

/// <summary>
/// Ties a process to the one that started it: that one holds the other end of our standard input and never writes to it. When it ends,
/// however it ends, the input ends.
/// </summary>
public static class EndOfInput
{
    public static void Await(Action then)
    {
        var reader = new Thread(() =>
        {
            using Stream input = Console.OpenStandardInput();
            byte[] buffer = new byte[16];
            while (input.Read(buffer) > 0)
            {
            }
            then();
        })
        { Name = "end of input", IsBackground = true };
        reader.Start();
    }
}
