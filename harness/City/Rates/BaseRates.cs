using Evaluator.City.Places;
using Evaluator.City.Plan;
using Evaluator.City.Randomness;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Rates;

/// <summary>
/// The lasting rate of each location and type, before scaling to events a day: log-normal over block groups, streets and
/// addresses. The spreads add up to a standard deviation of about two of the logarithm; with it 2 % of addresses give half the
/// events, as O'Brien and Winship (2017) find of Boston.
/// </summary>
internal static class BaseRates
{
    // Of the block group, by type: how strongly strain shows, and what is left to chance.
    private static readonly double[] StrainEffect = [0.50, 0.30, 0.60, 0.30];
    private static readonly double[] BlockGroupSpread = [0.45, 0.30, 0.45, 0.35];

    private const double StreetSpread = 0.45;
    // Of the address, by type: what all types of an address have in common, and what is a type's own.
    private static readonly double[] AddressSpread = [1.40, 1.50, 1.28, 2.00];
    private static readonly double[] TypeSpread = [0.35, 0.60, 0.45, 0.55];

    // An intersection compared with a parcel: traffic is "other".
    private static readonly double[] IntersectionPull = [1.6, 0.8, 1.4, 4.5];

    /// <summary>A draw beyond four standard deviations would be one place with a tenth of the city's events.</summary>
    private const double FarthestDraw = 4.0;

    /// <summary>L x 4 weights, location by location.</summary>
    public static float[] Draw(ulong seed, CityPlan plan, BlockGroupPlaces places)
    {
        var random = new RandomStream(seed, Purpose.BaseRates, places.BlockGroup.Index);
        Span<double> ofBlockGroup = stackalloc double[EventTypes.Count];
        for (int type = 0; type < EventTypes.Count; type++)
            ofBlockGroup[type] = StrainEffect[type] * places.BlockGroup.People.Strain + BlockGroupSpread[type] * random.Normal();

        float[] rates = new float[places.Locations.Length * EventTypes.Count];
        double[] byAddress = AddressFactors(places, ref random);
        var byStreet = new Dictionary<int, double>();
        for (int i = 0; i < places.Locations.Length; i++)
        {
            Location location = places.Locations[i];
            if (!byStreet.TryGetValue(location.Segment, out double street))
                byStreet[location.Segment] = street = StreetSpread * random.Normal()
                    + (plan.Streets.Segments[location.Segment].Main ? 0.4 : 0);
            for (int type = 0; type < EventTypes.Count; type++)
            {
                double own = location.IsIntersection
                    ? IntersectionPull[type] * PortableMath.Exp(Bounded(0.9 * random.Normal() + 0.6 * TypeSpread[type] * random.Normal()))
                    : byAddress[places.AddressOfParcel[location.Parcel] * EventTypes.Count + type] * ParcelShare(places, location.Parcel);
                rates[i * EventTypes.Count + type] = (float)(own * PortableMath.Exp(Bounded(street + ofBlockGroup[type])));
            }
        }
        return rates;
    }

    private static double[] AddressFactors(BlockGroupPlaces places, ref RandomStream random)
    {
        double[] factors = new double[places.Addresses.Length * EventTypes.Count];
        for (int address = 0; address < places.Addresses.Length; address++)
        {
            double shared = random.Normal();
            for (int type = 0; type < EventTypes.Count; type++)
                factors[address * EventTypes.Count + type] =
                    places.Addresses[address].Use.Pull
                    * PortableMath.Exp(Bounded(AddressSpread[type] * shared + TypeSpread[type] * random.Normal()));
        }
        return factors;
    }

    /// <summary>Dispatchers know the first parcel of an address best: parcel j of n gets a share in proportion to 1 / (j + 1)².</summary>
    private static double ParcelShare(BlockGroupPlaces places, int parcel)
    {
        Address address = places.Addresses[places.AddressOfParcel[parcel]];
        double all = 0.0;
        for (int j = 1; j <= address.Parcels; j++)
            all += 1.0 / (j * j);
        int own = parcel - address.FirstParcel + 1;
        return 1.0 / ((double)own * own) / all;
    }

    private static double Bounded(double exponent)
    {
        double limit = FarthestDraw * 1.9; // 1.9: the spread of the whole
        return Math.Min(limit, Math.Max(-limit, exponent));
    }
}
