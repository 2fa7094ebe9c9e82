using Evaluator.BoardSpecs.Harbour;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>The code on the wall.</summary>
public class EventCodeSpecs(GeneratedHarbour generated)
{
    [Fact]
    public async Task It_is_asked_of_new_teams_once_it_is_made_and_lets_in_as_many_as_it_says()
    {
        await using HarbourBoard harbour = new(generated);
        await harbour.InitializeAsync();
        string picks = harbour.FirstPicks;
        WalkInVisitor early = harbour.Visitor("Vroeg");
        Assert.Equal(201, (await early.HandIn(picks)).Status);
        harbour.Organiser.PutCodeOnTheWall(harbour.Board, HarbourBoard.Contest, "wal-1234", uses: 1);
        Assert.Equal(403, (await harbour.Visitor("Laat").HandIn(picks)).Status);
        Assert.Equal(403, (await harbour.Visitor("Laat", "wal-9999").HandIn(picks)).Status);
        Assert.Equal(201, (await harbour.Visitor("Laat", "wal-1234").HandIn(picks)).Status);
        Assert.Equal(403, (await harbour.Visitor("Later", "wal-1234").HandIn(picks)).Status);
        Assert.Equal(201, (await early.HandIn(picks)).Status);
    }
}
