namespace Evaluator.City.Places;

/// <summary>A building with a street number, or a range of them. It has one parcel or several (condominiums, apartments).</summary>
/// <param name="Segment">Index of its street segment in the city.</param>
/// <param name="LastNumber">Equals <paramref name="Number"/> unless the number is a range.</param>
/// <param name="X">Centimetres, as <see cref="Plan.Node"/>.</param>
/// <param name="FirstParcel">Its parcels are consecutive, counted within the block group.</param>
public sealed record Address(
    int Segment, int Number, int LastNumber, LandUse Use, int X, int Y, int FirstParcel, int Parcels, int LotSquareFeet, int LandValue,
    int BuildingValue)
{
    public string StreetNumber => LastNumber == Number ? $"{Number}" : $"{Number}-{LastNumber}";
}
