' SmoothedRate in Visual Basic: a location's own rate, shrunk towards its street's, that towards the block group's; recent months count
' more; weekday factors. The model and the origin of its constants are described in SmoothedRate/SmoothedRate.cs. Same operations in the
' same order, so the same bits.

Option Strict On
Option Explicit On

Imports Microsoft.VisualBasic
Imports System
Imports System.Collections.Generic

Public Class BostonRiskPredictor
    Private Const Disorder As Integer = 0, Medical As Integer = 1, Violent As Integer = 2, Other As Integer = 3, Types As Integer = 4
    Private Const Weekdays As Integer = 7
    Private Const MonthlyDecay As Double = 0.9, StreetShape As Double = 10, LocationShape As Double = 0.65
    Private Const WeekdayEvents As Double = 80, MixEvents As Double = 50, AimBelow As Double = 0.75
    Private Shared ReadOnly CityMix As Double() = {0.15, 0.2, 0.08, 0.57}
    Private Shared ReadOnly DaysIn As Integer() = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
    Private Shared ReadOnly s_typeOf As Dictionary(Of String, Integer) = FlaggedTypes()

    Private Structure Emergency
        Public Place As String
        Public Kind, Month, Day As Integer
    End Structure

    Private ReadOnly _emergencies As New List(Of Emergency)
    Private _parcels As String() = {}
    Private _intersections As String() = {}
    Private _streetOf As Dictionary(Of String, String)

    Public Function setup(parcels As String(), addresses As String(), streetSegments As String(), intersections As String(),
            censusBlockGroups As String(), foreclosureDeeds As String(), foreclosureDistressedProps As String(),
            foreclosurePetitions As String(), foreclosureREOs As String()) As Integer
        _parcels = parcels
        _intersections = intersections
        Return 0
    End Function

    Public Function receiveEvents(BG_ID As String, month As Integer, CRMs As String(), violations As String(), permits As String(),
            emergencies As String()) As Integer
        For Each line As String In emergencies
            Dim day As Integer = DayOfEmergency(line, month)
            If day > 0 Then
                Dim kind As Integer = Other
                If Not s_typeOf.TryGetValue(Field(line, 1), kind) Then kind = Other
                _emergencies.Add(New Emergency With {.Place = Field(line, 0), .Kind = kind, .Month = month, .Day = day})
            End If
        Next
        Return 0
    End Function

    Public Function predict(BG_ID As String, month As Integer, locations As String()) As Double()
        Dim days As Integer = DaysIn(month)
        Dim prediction(locations.Length * days * Types - 1) As Double
        If month = 1 OrElse locations.Length = 0 Then Return prediction

        Dim indexOf As New Dictionary(Of String, Integer)
        For location As Integer = 0 To locations.Length - 1
            indexOf.TryAdd(locations(location), location)
        Next
        Dim street As Integer() = StreetIndices(locations, indexOf)
        Dim rate As Double() = Rates(month, street, indexOf)
        Dim factor As Double() = WeekdayFactors(month, indexOf)

        Dim firstWeekday As Integer = WeekdayOf(month, 1), cell As Integer = 0
        For location As Integer = 0 To locations.Length - 1
            For day As Integer = 0 To days - 1
                For kind As Integer = 0 To Types - 1
                    prediction(cell) = rate(location * Types + kind) * factor((firstWeekday + day) Mod Weekdays)
                    cell += 1
                Next
            Next
        Next
        Return prediction
    End Function

    ' Events a day, for each location and type.
    Private Function Rates(month As Integer, street As Integer(), indexOf As Dictionary(Of String, Integer)) As Double()
        Dim locations As Integer = street.Length
        Dim weight(month - 1) As Double
        Dim exposure As Double = 0, nextWeight As Double = 1    ' exposure: the days seen, weighted as the events are
        For past As Integer = month - 1 To 1 Step -1
            weight(past) = nextWeight
            exposure += nextWeight * DaysIn(past)
            nextWeight *= MonthlyDecay
        Next

        Dim own(locations * Types - 1), onStreet(locations * Types - 1), inGroup(Types - 1) As Double
        Dim all As Double = 0
        For Each emergency As Emergency In _emergencies
            Dim location As Integer
            If indexOf.TryGetValue(emergency.Place, location) AndAlso emergency.Month < month Then
                Dim w As Double = weight(emergency.Month)
                own(location * Types + emergency.Kind) += w
                onStreet(street(location) * Types + emergency.Kind) += w
                inGroup(emergency.Kind) += w
                all += w
            End If
        Next

        Dim members(locations - 1) As Integer
        For Each index As Integer In street
            members(index) += 1
        Next

        Dim rate(locations * Types - 1) As Double
        For kind As Integer = 0 To Types - 1
            Dim share As Double = (inGroup(kind) + MixEvents * CityMix(kind)) / (all + MixEvents)
            Dim groupRate As Double = all * share / (locations * exposure)
            Dim perMonth As Double = groupRate * locations * DaysIn(month)
            Dim aim As Double = perMonth / (perMonth + AimBelow)
            For location As Integer = 0 To locations - 1
                Dim streetExposure As Double = members(street(location)) * exposure
                Dim streetRate As Double = Shrunk(onStreet(street(location) * Types + kind), streetExposure, groupRate, StreetShape)
                rate(location * Types + kind) = aim * Shrunk(own(location * Types + kind), exposure, streetRate, LocationShape)
            Next
        Next
        Return rate
    End Function

    Private Shared Function Shrunk(events As Double, days As Double, rate As Double, shape As Double) As Double
        Return rate * (events + shape) / (rate * days + shape)
    End Function

    Private Function WeekdayFactors(month As Integer, indexOf As Dictionary(Of String, Integer)) As Double()
        Dim events(Weekdays - 1), days(Weekdays - 1), factor(Weekdays - 1) As Double
        Dim allEvents As Double = 0, allDays As Double = 0
        For Each emergency As Emergency In _emergencies
            If indexOf.ContainsKey(emergency.Place) AndAlso emergency.Month < month Then
                events(WeekdayOf(emergency.Month, emergency.Day)) += 1
                allEvents += 1
            End If
        Next
        For past As Integer = 1 To month - 1
            For day As Integer = 1 To DaysIn(past)
                days(WeekdayOf(past, day)) += 1
                allDays += 1
            Next
        Next
        For weekday As Integer = 0 To Weekdays - 1
            factor(weekday) = (WeekdayEvents + events(weekday)) / (WeekdayEvents + allEvents * days(weekday) / allDays)
        Next
        Return factor
    End Function

    ' A street is named by its first location's index; a location without a known street is a street of its own.
    Private Function StreetIndices(locations As String(), indexOf As Dictionary(Of String, Integer)) As Integer()
        If _streetOf Is Nothing Then
            _streetOf = New Dictionary(Of String, String)
            AddStreets(_parcels, "A", 3, 0, indexOf)
            AddStreets(_intersections, "I", 7, 3, indexOf)
        End If
        Dim firstOn As New Dictionary(Of String, Integer)
        Dim street(locations.Length - 1) As Integer
        For location As Integer = 0 To locations.Length - 1
            street(location) = location
            Dim name As String = Nothing
            If _streetOf.TryGetValue(locations(location), name) AndAlso name.Length > 0 Then
                If Not firstOn.TryAdd(name, location) Then street(location) = firstOn(name)
            End If
        Next
        Return street
    End Function

    Private Sub AddStreets(rows As String(), prefix As String, idColumn As Integer, streetColumn As Integer,
            indexOf As Dictionary(Of String, Integer))
        For Each row As String In rows
            Dim place As String = prefix & Field(row, idColumn)
            If indexOf.ContainsKey(place) Then _streetOf.TryAdd(place, Field(row, streetColumn))
        Next
    End Sub

    Private Shared Function FlaggedTypes() As Dictionary(Of String, Integer)
        Dim types As New Dictionary(Of String, Integer)(StringComparer.OrdinalIgnoreCase)
        For Each name As String In {"Vandalism", "Verbal Disputes", "DISTRBDRUNKS", "DISTRBNOISE", "DISTRBPANHAN", "DISTRBPARTY",
                "IVPERLEWD", "LANTEN", "LOITER", "TRESPASS", "VANDIP", "VANDRPT"}
            types(name) = Disorder
        Next
        For Each name As String In {"Medical Assistance", "ABDPN", "CARDARR", "CHESTPN", "DIFFBR", "EDP2", "FALLEMS", "INJURY", "MATERN",
                "OVERDOSE", "SEIZURE", "STROKE", "UNCONS", "UNKEMS"}
            types(name) = Medical
        Next
        For Each name As String In {"Simple Assault", "AB===>>>", "ABDWIP", "ABIP", "ABRPT", "ARMROB", "DVIP", "FDWEAPGUN", "FIGHT",
                "PERGUN", "PKNIFE", "PSHOT", "ROBIP", "SHOTS"}
            types(name) = Violent
        Next
        Return types
    End Function

    ' The date stands in the first field after Priority that reads as one; 0 when none does: such an emergency is not an event.
    Private Shared Function DayOfEmergency(line As String, month As Integer) As Integer
        Dim columns As Integer = line.Split(ControlChars.Tab).Length
        For column As Integer = 2 To columns - 1
            Dim day As Integer = DayOfMonth(Field(line, column), month)
            If day > 0 Then Return day
        Next
        Return 0
    End Function

    ' 2011-09-05 or 9/5/2011, with or without a time; 0 when it is neither or lies outside the month.
    Private Shared Function DayOfMonth(text As String, month As Integer) As Integer
        Dim day As String = text.Split(" "c, "T"c)(0)
        Dim yearMonthDay As String() = day.Split("-"c)
        Dim american As String() = day.Split("/"c)
        If american.Length = 3 Then yearMonthDay = {american(2), american(0), american(1)}
        If yearMonthDay.Length <> 3 Then Return 0

        Dim yearRead, monthRead, dayRead As Integer
        If Not Integer.TryParse(yearMonthDay(0), yearRead) OrElse yearRead <> 2011 Then Return 0
        If Not Integer.TryParse(yearMonthDay(1), monthRead) OrElse monthRead <> month Then Return 0
        If Not Integer.TryParse(yearMonthDay(2), dayRead) OrElse dayRead < 1 OrElse dayRead > DaysIn(month) Then Return 0
        Return dayRead
    End Function

    ' 0 = Monday. The first of January 2011 was a Saturday.
    Private Shared Function WeekdayOf(month As Integer, day As Integer) As Integer
        Dim dayOfYear As Integer = day - 1
        For past As Integer = 1 To month - 1
            dayOfYear += DaysIn(past)
        Next
        Return (dayOfYear + 5) Mod Weekdays
    End Function

    ' One field of a line, trimmed; empty when the line is too short.
    Private Shared Function Field(line As String, column As Integer) As String
        Dim start As Integer = 0
        For skipped As Integer = 1 To column
            Dim tab As Integer = line.IndexOf(ControlChars.Tab, start)
            If tab < 0 Then Return ""
            start = tab + 1
        Next
        Dim ending As Integer = line.IndexOf(ControlChars.Tab, start)
        If ending < 0 Then ending = line.Length
        Return line.Substring(start, ending - start).Trim()
    End Function
End Class
