using Evaluator.Board.Folder;
using Evaluator.Board.People;

namespace Evaluator.Board.Work;

/// <summary>What the room of evaluations consists of.</summary>
internal static class WorkRoom
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<PredictionMark>();
        services.AddSingleton<OutcomeLog>();
        services.AddSingleton<Evaluations>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<ResultIntake>();
        services.AddSingleton<ContestData>();
        services.AddSingleton<WorkOrders>();
        services.AddSingleton<WorkOverview>();
        services.AddSingleton<WorkDesk>();
        services.AddHostedService<EvaluationWatch>();
        services.AddHostedService<JobAnnouncer>();
        services.AddHostedService<ErasedNames>();
    }

    /// <summary>Before the first request of a start.</summary>
    public static void Prepare(IServiceProvider services)
    {
        services.GetRequiredService<WorkQueue>().ForgiveDowntime();
        WorkerTokens.RequireEmbedded(services.GetRequiredService<Tokens>(), services.GetRequiredService<BoardFolder>());
    }
}
