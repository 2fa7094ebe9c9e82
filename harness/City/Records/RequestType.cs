using Evaluator.City.Randomness;

namespace Evaluator.City.Records;

/// <summary>A kind of request for city services, as the city's portal names it. <paramref name="Share"/> is a relative frequency,
/// rounded from the real package; <paramref name="AtCorners"/>: usually reported of an intersection.</summary>
internal sealed record RequestType(string Subject, string Reason, string Type, string Queue, double Share, bool AtCorners = false)
{
    private const string PublicWorks = "Public Works Department";
    private const string Transport = "Transportation - Traffic Division";
    private const string Inspections = "Inspectional Services";
    private const string Parks = "Parks & Recreation Department";
    private const string Property = "Property Management";

    /// <summary>Reported in waves only (see <c>Rates.Precursor</c>) and now and then.</summary>
    public static readonly RequestType NeedlePickup =
        new("Mayor's 24 Hour Hotline", "Needle Program", "Needle Pickup", "INFO_Needle Pickup", 0.4);

    public static readonly RequestType TreeEmergency = new(Parks, "Trees", "Tree Emergencies", "PARK_Tree Emergencies", 0.8);

    public static readonly RequestType[] All =
    [
        new(PublicWorks, "Street Lights", "Street Light Outages", "PWDx_Street Light Outages", 6.9, true),
        new(PublicWorks, "Street Lights", "General Lighting Request", "PWDx_Street Light_General Lighting Request", 1.3, true),
        new(PublicWorks, "Street Lights", "Street Light Knock Downs", "PWDx_Street Light_Knock Downs", 0.6, true),
        new(PublicWorks, "Sanitation", "Schedule a Bulk Item Pickup SS", "PWDx_Schedule a Bulk Item Pickup", 5.2),
        new(PublicWorks, "Sanitation", "Space Savers", "PWDx_Missed Trash", 0.6),
        new(PublicWorks, "Highway Maintenance", "Pothole Repair (Internal)", "PWDx_Highway Maintenance", 5.2, true),
        new(PublicWorks, "Highway Maintenance", "Sidewalk Repair (Make Safe)", "PWDx_Highway Maintenance", 4.0),
        new(PublicWorks, "Highway Maintenance", "Sidewalk Repair", "PWDx_Highway Maintenance", 1.4),
        new(PublicWorks, "Highway Maintenance", "Pavement Marking Maintenance", "PWDx_Highway Maintenance", 0.6, true),
        new(PublicWorks, "Code Enforcement", "CE Collection", "PWDx_Code Enforcement", 4.8),
        new(PublicWorks, "Recycling", "Request for Recycling Cart", "PWDx_Recycling", 2.8),
        new(PublicWorks, "Recycling", "Sticker Request", "PWDx_Sticker Request", 2.4),
        new(PublicWorks, "Recycling", "Recycling Cart Return", "PWDx_Recycling", 0.5),
        new(PublicWorks, "Street Cleaning", "Empty Litter Basket", "PWDx_Street Cleaning", 2.8, true),
        new(PublicWorks, "Street Cleaning", "Pick up Dead Animal", "PWDx_Street Cleaning", 2.2),
        new(PublicWorks, "Street Cleaning", "Trash on Vacant Lot", "PWDx_Street Cleaning", 0.4),
        new(PublicWorks, "Catchbasin", "Catchbasin", "PWDx_Catchbasin", 0.4, true),
        new(Transport, "Signs & Signals", "Sign Repair", "BTDT_Sign Shop_Sign Repair", 4.6, true),
        new(Transport, "Signs & Signals", "Traffic Signal Inspection", "BTDT_Traffic Signal_Inspection", 2.2, true),
        new(Transport, "Signs & Signals", "Traffic Signal Repair", "BTDT_Traffic Signal_Repair", 2.1, true),
        new(Transport, "Signs & Signals", "Missing Sign", "BTDT_Sign Shop_Sign Installation", 1.1, true),
        new(Transport, "Signs & Signals", "New Sign  Crosswalk or Pavement Marking", "BTDT_Engineering", 1.0, true),
        new(Transport, "Enforcement & Abandoned Vehicles", "Abandoned Vehicles", "BTDT_AVRS Interface Queue", 2.5),
        new(Transport, "Enforcement & Abandoned Vehicles", "Abandoned Bicycle", "BTDT_Abandoned Bicycle", 0.4),
        new(Inspections, "Building", "Building Inspection Request", "ISD_Building (INTERNAL)", 4.6),
        new(Inspections, "Building", "Electrical", "ISD_Building (INTERNAL)", 1.2),
        new(Inspections, "Building", "Contractor Complaints", "ISD_Building (INTERNAL)", 0.8),
        new(Inspections, "Building", "Plumbing", "ISD_Building (INTERNAL)", 0.4),
        new(Inspections, "Environmental Services", "Rodent Activity", "ISD_Environmental Services (INTERNAL)", 2.1),
        new(Inspections, "Housing", "Unsatisfactory Living Conditions", "ISD_Housing (INTERNAL)", 1.3),
        new(Inspections, "Housing", "Heat - Excessive  Insufficient", "ISD_Housing (INTERNAL)", 0.7),
        new(Inspections, "Housing", "Mice Infestation - Residential", "ISD_Housing (INTERNAL)", 0.3),
        new(Inspections, "Housing", "Bed Bugs", "ISD_Housing (INTERNAL)", 0.3),
        new(Inspections, "Housing", "Maintenance Complaint - Residential", "ISD_Housing (INTERNAL)", 0.3),
        new(Property, "Graffiti", "Graffiti Removal", "PROP_GRAF_GraffitiRemoval", 3.4),
        new(PublicWorks, "Graffiti", "PWD Graffiti", "PWDx_Graffiti", 0.8),
        new(Parks, "Trees", "Tree Maintenance Requests", "PARK_Tree Maintenance Request", 3.8),
        new(Parks, "Trees", "New Tree Requests", "PARK_New Tree Request", 1.0),
        TreeEmergency,
        new(Parks, "Park Maintenance & Safety", "Ground Maintenance", "PARK_Ground Maintenance", 0.6),
        new("Animal Control", "Animal Issues", "Animal Generic Request", "INFO01_GenericeFormforOtherServiceRequestTypes", 2.4),
        new("Mayor's 24 Hour Hotline", "Notification", "Notification", "INFO09_Current Events", 0.8),
        new("Boston Fire Department", "Fire Hydrant", "Fire Department Request", "BFD_Fire Department Request", 0.5),
        NeedlePickup,
    ];

    public static Weights Shares { get; } = new(All.Select(type => type.Share).ToArray());
}
