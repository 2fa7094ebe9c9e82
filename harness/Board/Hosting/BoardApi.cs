using Evaluator.Board.Contests;
using Evaluator.Board.Documents;
using Evaluator.Board.HandingIn;
using Evaluator.Board.Me;
using Evaluator.Board.Models;
using Evaluator.Board.Organising;
using Evaluator.Board.Pictures;
using Evaluator.Board.Profiles;
using Evaluator.Board.Receipts;
using Evaluator.Board.Repositories;
using Evaluator.Board.Rewards;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Submissions;
using Evaluator.Board.Teams;
using Evaluator.Board.WalkIn;
using Evaluator.Board.Work;

namespace Evaluator.Board.Hosting;

/// <summary>/api/v1: what a person can do on pages, a program can do here. The downloads of pages are mapped beside it.</summary>
internal static class BoardApi
{
    public static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1").DisableAntiforgery();
        ContestApi.Map(api);
        TeamApi.Map(api);
        HandInApi.Map(api);
        WalkInApi.Map(api);
        SubmissionApi.Map(api);
        DocumentApi.Map(app, api);
        RepositoryApi.Map(api);
        StandingsFiles.Map(app, api);
        LiveStream.Map(app, api);
        ProgressApi.Map(api);
        TradeOffApi.Map(api);
        LogExport.Map(app, api);
        HeadApi.Map(api);
        MeApi.Map(api);
        OrganiseApi.Map(api);
        CompetitorApi.Map(api);
        ArchiveApi.Map(app, api);
        RewardApi.Map(app, api);
        ProfileApi.Map(app, api);
        ModelApi.Map(api);
        WorkApi.Map(api);
        ContestFiles.Map(app);
        SubmissionApi.MapDownloads(app);
        MeApi.MapDownload(app);
    }
}
