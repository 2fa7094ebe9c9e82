// What a .NET program costs at least that says something to people: the yardstick of our commands.
Console.WriteLine("Hello, World!");
