Imports System.Collections.Generic
Imports System.ComponentModel
Imports System.Diagnostics
Imports System.IO
Imports System.Linq

' `dotnet run` scores the predictor, `dotnet run -- test` tests it. None of this file is called when the contest runs your predictor.
Module Program

    Function Main(args As String()) As Integer
        If args.SequenceEqual({"test"}) Then Return Tests.Run()

        Dim options = args.ToList()
        Dim official = options.Remove("--official")
        Dim evaluator = Find("evaluator")
        If evaluator Is Nothing Then
            Console.Error.WriteLine("The program `evaluator` is not in PATH, not in ./tools, and not named by the variable EVALUATOR. See README.md, ""What you need"".")
            Return 2
        End If

        ' A data package: the one you name, else a small synthetic city, made once.
        If Not options.Contains("--data") Then
            Dim data = If(Environment.GetEnvironmentVariable("EVALUATOR_DATA"), ".city")
            If data = ".city" AndAlso Not Directory.Exists(data) Then
                Dim made = Start(evaluator, "generate", data, "--block-groups", "20")
                If made <> 0 Then Return made
            End If
            options.AddRange({"--data", data})
        End If

        ' The months whose answers you have. To tune on September to December would be to learn the exam by heart.
        If Not official AndAlso Not options.Contains("--months") Then options.AddRange({"--months", "5-8"})
        Return Start(evaluator, {"run", GetType(BostonRiskPredictor).Assembly.Location}.Concat(options).ToArray())
    End Function

    Private Function Find(program As String) As String
        Dim named = Environment.GetEnvironmentVariable("EVALUATOR")
        If named IsNot Nothing Then Return named
        Dim folders = {"tools"}.Concat(If(Environment.GetEnvironmentVariable("PATH"), "").Split(Path.PathSeparator))
        Return folders.Select(Function(folder) Path.GetFullPath(Path.Combine(folder, program))).FirstOrDefault(AddressOf File.Exists)
    End Function

    Private Function Start(program As String, ParamArray arguments As String()) As Integer
        Try
            Using started = Process.Start(program, arguments)
                started.WaitForExit()
                Return started.ExitCode
            End Using
        Catch refused As Win32Exception
            Console.Error.WriteLine($"{program} can't be started: {refused.Message}")
            Return 2
        End Try
    End Function

End Module
