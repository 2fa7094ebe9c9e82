[assembly: System.Reflection.AssemblyVersion("99.0.0.0")]

namespace Evaluator.Wire;

public static class Frame
{
    public static string Whose => "the competitor's";
}
