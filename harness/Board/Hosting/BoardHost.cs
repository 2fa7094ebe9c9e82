using System.Text.Json;
using Evaluator.Board.Answers;
using Evaluator.Board.Baselines;
using Evaluator.Board.Contests;
using Evaluator.Board.Documents;
using Evaluator.Board.Folder;
using Evaluator.Board.HandingIn;
using Evaluator.Board.Journals;
using Evaluator.Board.Me;
using Evaluator.Board.Operating;
using Evaluator.Board.Organising;
using Evaluator.Board.People;
using Evaluator.Board.Profiles;
using Evaluator.Board.Receipts;
using Evaluator.Board.Refusals;
using Evaluator.Board.Repositories;
using Evaluator.Board.Rewards;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Shell;
using Evaluator.Board.Store;
using Evaluator.Board.Submissions;
using Evaluator.Board.Tables;
using Evaluator.Board.Teams;
using Evaluator.Board.WalkIn;
using Evaluator.Board.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Hosting;

/// <summary>Puts the web process together: what each room needs, and the order in which a request goes through.</summary>
internal static class BoardHost
{
    /// <summary>How long a stop may take, open event streams and uploads included.</summary>
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(2);

    private const string ApiVersion = "v1";

    /// <param name="clock">The board's time; null for the machine's.</param>
    public static WebApplication Build(BoardFolder folder, BoardSettings settings, string? urls, TimeProvider? clock = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(BoardHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(urls ?? settings.Urls);
        Configure(builder, settings);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        AddRooms(builder.Services, folder, settings);
        WebApplication app = builder.Build();
        Pipeline(app);
        return app;
    }

    private static void Configure(WebApplicationBuilder builder, BoardSettings settings)
    {
        if (settings.Kestrel is { } kestrel)
            builder.Configuration.AddJsonStream(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { Kestrel = kestrel })));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 256 * 1024;   // what takes more says so itself
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Shutdown);
        BoardLogging.Configure(builder.Logging);
    }

    private static void AddRooms(IServiceCollection services, BoardFolder folder, BoardSettings settings)
    {
        services.AddSingleton(folder);
        services.AddSingleton(settings);
        services.AddSingleton(_ => Database.Open(folder, settings));
        services.AddSingleton<Blobs>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<Seals>();
        services.AddSingleton<Journal>();
        services.AddHostedService<JournalWatch>();
        services.AddSingleton<ContestShelf>();
        services.AddSingleton<AnswerShelf>();
        services.AddSingleton<PromiseViews>();
        services.AddHostedService<AnswerOpener>();
        services.AddSingleton<Rules>();
        services.AddSingleton<TeamNames>();
        services.AddSingleton<Roster>();
        services.AddSingleton<TableJudges>();
        services.AddSingleton<TableDesk>();
        services.AddSingleton<BaselineSources>();
        services.AddSingleton<BaselineFiles>();
        services.AddHostedService<GivenBaselines>();
        services.AddHostedService<TableBaselines>();
        services.AddSingleton<HandInDesk>();
        services.AddSingleton<EventCodes>();
        services.AddSingleton<TeamKeys>();
        services.AddSingleton<WalkInDesk>();
        services.AddSingleton<Remarks>();
        services.AddSingleton<BestDesk>();
        WorkRoom.Add(services);
        services.AddSingleton<Joining>();
        services.AddSingleton<OwnTokens>();
        services.AddSingleton<OwnData>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<StandingsDesk>();
        services.AddSingleton<SubmissionRows>();
        services.AddSingleton<EvaluationStatus>();
        services.AddSingleton<SubmissionViews>();
        services.AddSingleton<SubmissionDesk>();
        services.AddSingleton<ModelDesk>();
        RepositoryRoom.Add(services);
        services.AddSingleton<DocumentRows>();
        services.AddSingleton<DocumentDesk>();
        services.AddSingleton<PeopleDesk>();
        services.AddSingleton<ContestDesk>();
        services.AddSingleton<BaselineDesk>();
        services.AddSingleton<RejudgeDesk>();
        services.AddSingleton<ContestArchive>();
        services.AddHostedService<PublishingWatch>();
        services.AddSingleton<RewardHistory>();
        services.AddSingleton<RewardsDesk>();
        services.AddHostedService<LedgerKeeper>();
        services.AddSingleton<BoardSignature>();
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<ProfileRows>();
        services.AddSingleton<Histories>();
        services.AddSingleton<ProfileDesk>();
        services.AddSingleton<KnownBoards>();
        services.AddSingleton<ElsewhereDesk>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder.Keys)).SetApplicationName("evaluator-board");
        services.Configure<RouteHandlerOptions>(programs => programs.ThrowOnBadRequest = true);   // FaultPages says what was wrong with it
        services.AddRazorPages(pages => pages.RootDirectory = "/");
        services.AddProblemDetails();
        services.AddOpenApi(ApiVersion);
        Operating.Metrics.Add(services);
        SignInServices.Add(services);
        RequestLimits.Add(services, settings);
        StandingsCache.Add(services);
        services.Configure<CookieTempDataProviderOptions>(said =>
        {
            said.Cookie.Name = BoardPage.SaidCookie;
            said.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "board_form";
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static void Pipeline(WebApplication app)
    {
        ForwardedAddresses.Use(app);
        SecurityHeaders.Use(app);
        PlainVisitors.Use(app);
        FaultPages.Use(app);
        UploadLimits.Use(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseOutputCache();
        UploadLimits.ReadForms(app);
        app.UseAntiforgery();
        Assets.Map(app);
        Health.Map(app);
        Operating.Metrics.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").AddEndpointFilter(async (call, next) => call.GetArgument<string>(1) == ApiVersion
            ? await next(call)
            : Problems.Of(Refusal.NotFound($"There is no such description; /openapi/{ApiVersion}.json is the one.")));
        BoardApi.Map(app);
        app.MapRazorPages();
        WorkEndpoints.Map(app);
        FetchEndpoints.Map(app);
        HookEndpoint.Map(app);
    }
}
