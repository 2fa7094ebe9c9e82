// expect: Rejected
// Compiled for another processor.

public partial class BostonRiskPredictor;
