// expect: Rejected
// A version that no number holds.

[assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v99999999999.0", FrameworkDisplayName = ".NET")]

public partial class BostonRiskPredictor;
