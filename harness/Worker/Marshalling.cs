using System.Runtime.CompilerServices;

// Calls into the C library take and give what needs no translation, so that they are compiled when the worker is published and not in each
// worker anew.
[assembly: DisableRuntimeMarshalling]
