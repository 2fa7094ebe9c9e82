// expect: Accepted or Crashed or ProtocolViolation
// Empties the static fields of the worker's own assemblies. It may break the worker; never more than the worker.

using System.Reflection;
using System.Runtime.Loader;

public partial class BostonRiskPredictor
{
    partial void OnSetup(string[] parcels)
    {
        const BindingFlags Statics = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;
        var fields = AssemblyLoadContext.Default.Assemblies
            .Where(assembly => assembly.GetName().Name!.StartsWith("Evaluator."))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(Statics));
        foreach (FieldInfo field in fields)
            if (!field.FieldType.IsValueType && !field.IsLiteral && !field.IsInitOnly)
                field.SetValue(null, null);
    }
}
