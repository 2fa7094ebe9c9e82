// expect: Rejected
// A resource of a million bytes: the DLL is over 1,000,000.

public partial class BostonRiskPredictor;
