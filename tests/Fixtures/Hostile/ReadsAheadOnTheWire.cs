// expect: Accepted; holds: answers-secret
// While a prediction is due, nothing may be waiting: the month's events are not sent yet.

public unsafe partial class BostonRiskPredictor
{
    partial void OnPredict(string group, int month, string[] locations, ref double[] prediction)
    {
        Libc.PollDescriptor requests = new() { Descriptor = Wire.Requests, Wanted = 1 };
        if (Libc.poll(&requests, 1, 200) > 0 && (requests.Found & 1) != 0)
            throw new Breach("the harness sent ahead");
    }
}
