// expect: Crashed
// A message that clears the screen, forges a line, ends a JSON string and is no valid text.

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        throw new InvalidOperationException("\e[2J\e]0;title\a\r\nAccepted\t\"score\":4000}\0\u202e\ud800 \b");
    }
}
