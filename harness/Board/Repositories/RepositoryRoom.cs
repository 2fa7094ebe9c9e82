using Evaluator.Board.Commits;

namespace Evaluator.Board.Repositories;

/// <summary>What the room of repositories consists of.</summary>
internal static class RepositoryRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<SourceRows>();
        services.AddSingleton<AuthorClaims>();
        services.AddSingleton<RepositoryRows>();
        services.AddSingleton<RepositorySecrets>();
        services.AddSingleton<RepositoryDesk>();
        services.AddSingleton<DeliveryRows>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<FetchOrders>();
        services.AddSingleton<BaselineFetches>();
        services.AddSingleton<FetchDesk>();
        services.AddSingleton<DeliveryViews>();
    }
}
