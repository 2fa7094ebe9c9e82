Imports System.Linq

''' <summary>What must hold of any predictor, and what should hold of this one. Add a line for each thing you learn the hard way.</summary>
Module Tests

    Const BlockGroup = "250250001001"
    ReadOnly Locations As String() = {"A1", "A2", "I1"}
    Private failed As Integer

    Function Run() As Integer
        For month As Integer = 9 To 12
            Dim prediction = After(Emergency("A1", "FIGHT")).predict(BlockGroup, month, Locations)
            Check($"month {month} has a number for each location, day and type", prediction.Length = Locations.Length * Date.DaysInMonth(2011, month) * 4)
            Check($"month {month} holds counts, none negative, none NaN", prediction.All(Function(value) value >= 0 AndAlso value <= 10))
        Next
        Check("nothing happened, so nothing is expected", After().predict(BlockGroup, 9, Locations).All(Function(value) value = 0))
        Check("a busy place is expected to stay busier than its neighbour",
              Expected(After(Emergency("A1", "FIGHT"), Emergency("A1", "FIGHT"), Emergency("A2", "FIGHT")), 0, 2) > Expected(After(Emergency("A2", "FIGHT")), 0, 2))
        Check("an unknown type counts as other", Expected(After(Emergency("A1", "GREMLINS")), 0, 3) > 0)
        Check("dirty lines do no harm", After("", ControlChars.Tab, "A1", Emergency("A99", "FIGHT")).predict(BlockGroup, 9, Locations).Length > 0)
        Console.WriteLine(If(failed = 0, "all tests passed", $"{failed} failed"))
        Return If(failed = 0, 0, 1)
    End Function

    Private Function Emergency(place As String, type As String) As String
        Return String.Join(ControlChars.Tab, place, type, "1", "2011-01-05")
    End Function

    Private Function After(ParamArray emergencies As String()) As BostonRiskPredictor
        Dim predictor As New BostonRiskPredictor
        Dim none As String() = {}
        predictor.setup(none, none, none, none, none, none, none, none, none)
        predictor.receiveEvents(BlockGroup, 1, none, none, none, emergencies)
        Return predictor
    End Function

    Private Function Expected(predictor As BostonRiskPredictor, location As Integer, type As Integer) As Double
        Return predictor.predict(BlockGroup, 9, Locations).Where(Function(value, cell) cell \ (30 * 4) = location AndAlso cell Mod 4 = type).Sum()
    End Function

    Private Sub Check(what As String, holds As Boolean)
        Console.WriteLine($"{If(holds, "ok    ", "FAILED")} {what}")
        If Not holds Then failed += 1
    End Sub

End Module
