// expect: Accepted
// Strings are immutable only for those who ask nicely.

public unsafe partial class BostonRiskPredictor
{
    partial void OnReceiveEvents(string group, int month, string[] emergencies)
    {
        foreach (string text in emergencies.Append(group))
            fixed (char* characters = text)
                new Span<char>(characters, text.Length).Fill('x');
    }
}
