// expect: Rejected
// The constructor is not public.

public partial class BostonRiskPredictor
{
    BostonRiskPredictor() { }
}
