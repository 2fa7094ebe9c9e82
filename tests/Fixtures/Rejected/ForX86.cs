// expect: Rejected
// Compiled for 32 bits.

public partial class BostonRiskPredictor;
