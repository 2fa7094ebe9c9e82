' Behaves by the last digits of the block group; MoodSpecs says what is due to each.
Imports System.Net.Sockets
Imports System.Threading

Public Class BostonRiskPredictor
    Public Function setup(a As String(), b As String(), c As String(), d As String(), e As String(), f As String(), g As String(), h As String(), i As String()) As Integer
        Return 0
    End Function

    Public Function receiveEvents(BG_ID As String, month As Integer, CRMs As String(), violations As String(), permits As String(), emergencies As String()) As Integer
        Return 0
    End Function

    Public Function predict(BG_ID As String, month As Integer, locations As String()) As Double()
        Dim days = If(month = 9 OrElse month = 11, 30, 31)
        Dim zeros(locations.Length * days * 4 - 1) As Double
        Select Case Integer.Parse(BG_ID.Substring(8))
            Case 2
                Throw New InvalidOperationException("much too much")
            Case 3
                Environment.FailFast("no more")
            Case 4
                While True
                End While
            Case 5
                Dim kept As New List(Of Byte())
                While True
                    Dim block(1 << 20) As Byte
                    Array.Fill(block, CByte(1))
                    kept.Add(block)
                End While
            Case 6
                Environment.Exit(0)
            Case 7
                Return New Double(0) {}
            Case 8
                zeros(5) = Double.NaN
            Case 9
                If Reaches("@SECRET@") OrElse Reaches("/etc/passwd") OrElse Connects() OrElse Starts() Then Return New Double(0) {}
            Case 10
                Thread.Sleep(Timeout.Infinite)
            Case 11
                Dim thread As New Thread(AddressOf Fails)
                thread.Start()
                thread.Join()
            Case 12
                Console.Out.Write(New String("x"c, 2000000))
        End Select
        Return zeros
    End Function

    Private Shared Sub Fails()
        Throw New InvalidOperationException("elsewhere")
    End Sub

    Private Shared Function Reaches(path As String) As Boolean
        Try
            Return IO.File.ReadAllBytes(path).Length >= 0
        Catch refused As Exception When TypeOf refused Is IO.IOException OrElse TypeOf refused Is UnauthorizedAccessException
            Return False
        End Try
    End Function

    Private Shared Function Connects() As Boolean
        Try
            Using socket As New Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
                Return True
            End Using
        Catch refused As SocketException
            Return False
        End Try
    End Function

    Private Shared Function Starts() As Boolean
        Try
            Return Process.Start("/bin/sh", "-c true") IsNot Nothing
        Catch refused As ComponentModel.Win32Exception
            Return False
        End Try
    End Function
End Class
