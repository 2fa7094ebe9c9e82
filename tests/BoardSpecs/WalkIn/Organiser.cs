using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Store;
using Evaluator.BoardSpecs.Board;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>An organiser with a token, put straight into a board's store.</summary>
internal sealed class Organiser
{
    private Organiser(string account, string token) => (Account, Token) = (account, token);

    public string Account { get; }

    public string Token { get; }

    public static Organiser On(RunningBoard board)
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        string account = database.Write(transaction => new Accounts(database, TimeProvider.System).Make(transaction, "Orga", "a long "
            + "password", Roles.Organiser)!.Id);
        return new Organiser(account,
            new Tokens(database, TimeProvider.System).Make(account, "spec", Scopes.Organise, TimeSpan.FromDays(1)));
    }

    public void PutCodeOnTheWall(RunningBoard board, string contest, string code, int uses)
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        Assert.NotNull(new Invitations(database, TimeProvider.System).MakeEventCode(code, contest, uses, TimeSpan.FromDays(1), Account));
    }
}
