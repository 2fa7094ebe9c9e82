@BEFORE@
Public Class BostonRiskPredictor
    Public Function setup(a As String(), b As String(), c As String(), d As String(), e As String(), f As String(), g As String(), h As String(), i As String()) As Integer
        Return 0
    End Function
    Public Function receiveEvents(BG_ID As String, month As Integer, CRMs As String(), violations As String(), permits As String(), emergencies As String()) As Integer
        Return 0
    End Function
    Public Function predict(BG_ID As String, month As Integer, locations As String()) As Double()
        Return New Double(locations.Length * If(month = 9 OrElse month = 11, 30, 31) * 4 - 1) {}
    End Function
End Class
