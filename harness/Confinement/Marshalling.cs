using System.Runtime.CompilerServices;

// Calls into the C library take and give what needs no translation: they are compiled when the program is published, not as it runs.
[assembly: DisableRuntimeMarshalling]
