Imports System.Collections.Generic
Imports System.Linq

''' <summary>
''' Your predictor. The evaluator finds it by this name (the namespace does not matter), makes one instance for each block group, and
''' calls it in this order:
'''
'''     setup(...)                      the geography of the whole city, once
'''     receiveEvents(1) ... (8)        what happened in this block group, January to August
'''     predict(9), receiveEvents(9)    your forecast for September; then you are told what September brought
'''     predict(10), receiveEvents(10), predict(11), receiveEvents(11), predict(12)
'''
''' A block group has 30 seconds of CPU time and 1024 MB of memory. An exception, a wrong length or a NaN anywhere costs the whole block
''' group: it scores 0. There is no network and no file but your own folder, and each block group starts in a fresh process, so
''' shared fields carry nothing over.
''' </summary>
Public Class BostonRiskPredictor

    ' The four types of events, in the order the forecast wants them. An error in violent crime weighs 20, disorder 8, medical 6, other 1.
    Const Disorder = 0, Medical = 1, Violent = 2, Other = 3, Types = 4

    ' How much of its own history a location needs before it counts for more than its block group's: the events of most locations can be
    ' counted on one hand, and a rate made of two events is mostly luck. A first guess; --months 5-8 tells you a better one.
    Const Shape = 0.6

    ' Emergency_Type_Code_Table.csv as the data packages have it. It is not passed to a predictor, so it is carried here. A type that is not
    ' in it, or that has no flag there, counts as other.
    Shared ReadOnly TypeByName As Dictionary(Of String, Integer) = CodeTable()

    ReadOnly _eventsAt As New Dictionary(Of String, Integer())

    ''' <summary>The city: each array holds the lines of one file, header and empty lines removed, fields parted by tabs. The result means nothing.</summary>
    Public Function setup(parcels As String(), addresses As String(), streetSegments As String(), intersections As String(),
                          censusBlockGroups As String(), foreclosureDeeds As String(), foreclosureDistressedProps As String(),
                          foreclosurePetitions As String(), foreclosureREOs As String()) As Integer
        Return 0
    End Function

    ''' <summary>What happened in one month (January = 1). Only the emergencies are forecast; the rest may give them away beforehand.</summary>
    Public Function receiveEvents(BG_ID As String, month As Integer, CRMs As String(), violations As String(), permits As String(),
                                  emergencies As String()) As Integer
        For Each line In emergencies
            ' propID, final_type, Priority, date. Real data is dirty: expect short lines, empty fields, unknown places.
            Dim fields = line.Split(ControlChars.Tab)
            If fields.Length < 2 Then Continue For
            Dim place = fields(0).Trim()
            Dim events As Integer() = Nothing
            If Not _eventsAt.TryGetValue(place, events) Then
                events = New Integer(Types - 1) {}
                _eventsAt(place) = events
            End If
            Dim type = Other
            If Not TypeByName.TryGetValue(fields(1).Trim(), type) Then type = Other
            events(type) += 1
        Next
        Return 0
    End Function

    ''' <summary>
    ''' The forecast of one month: for every location, every day and every type the expected number of events, so 0.02 is a fine answer.
    ''' </summary>
    ''' <param name="locations">Identifiers of parcels (A...) and intersections (I...).</param>
    ''' <returns>locations x days x 4 numbers; the one of location i, day d (from 0) and type k stands at (i * days + d) * 4 + k.</returns>
    Public Function predict(BG_ID As String, month As Integer, locations As String()) As Double()
        Dim days = Date.DaysInMonth(2011, month)
        Dim prediction(locations.Length * days * Types - 1) As Double
        Dim daysKnown = New Date(2011, month, 1).DayOfYear - 1
        If daysKnown = 0 Then Return prediction

        For type As Integer = 0 To Types - 1
            Dim inBlockGroup = 0
            For Each location In locations
                inBlockGroup += EventsAt(location, type)
            Next
            Dim usual = inBlockGroup / (CDbl(locations.Length) * daysKnown)
            If usual = 0 Then Continue For
            For i As Integer = 0 To locations.Length - 1
                ' The gamma-Poisson estimate: between the block group's usual rate and the location's own, by how much is known.
                Dim rate = usual * (EventsAt(locations(i), type) + Shape) / (usual * daysKnown + Shape)
                For day As Integer = 0 To days - 1
                    prediction((i * days + day) * Types + type) = rate
                Next
            Next
        Next
        Return prediction
    End Function

    Function EventsAt(location As String, type As Integer) As Integer
        Dim events As Integer() = Nothing
        Return If(_eventsAt.TryGetValue(location, events), events(type), 0)
    End Function

    Shared Function CodeTable() As Dictionary(Of String, Integer)
        Dim names = {
            "Vandalism|Verbal Disputes|DISTRBDRUNKS|DISTRBNOISE|DISTRBPANHAN|DISTRBPARTY|IVPERLEWD|LANTEN|LOITER|TRESPASS|VANDIP|VANDRPT",
            "Medical Assistance|ABDPN|CARDARR|CHESTPN|DIFFBR|EDP2|FALLEMS|INJURY|MATERN|OVERDOSE|SEIZURE|STROKE|UNCONS|UNKEMS",
            "Simple Assault|AB===>>>|ABDWIP|ABIP|ABRPT|ARMROB|DVIP|FDWEAPGUN|FIGHT|PERGUN|PKNIFE|PSHOT|ROBIP|SHOTS"}
        Dim table As New Dictionary(Of String, Integer)(StringComparer.OrdinalIgnoreCase)
        For type As Integer = 0 To names.Length - 1
            For Each name In names(type).Split("|"c)
                table(name) = type
            Next
        Next
        Return table
    End Function

End Class
