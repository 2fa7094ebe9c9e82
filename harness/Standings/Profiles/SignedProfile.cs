using System.Text.Json;
using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Profiles;

/// <summary>
/// A board's word on what a person did there. With a nonce it is for one other board: that board made the nonce for one of its accounts,
/// the person had the home board sign it while signed in there, so nobody shows another's history as his own. No board calls another.
/// </summary>
/// <param name="Board">What the signing board calls itself.</param>
/// <param name="Handle">The person's name there.</param>
/// <param name="Nonce">Null where it is signed for nobody in particular.</param>
/// <param name="Shown">The parts that the person shows: <c>places</c>, <c>submissions</c>, <c>rewards</c>.</param>
/// <param name="Key">The <see cref="PublicKey.Id"/> of the key that signs.</param>
/// <param name="Signature">Base64, DER, over the canonical JSON of the rest.</param>
public sealed record SignedProfile(
    string Board, string Handle, DateTimeOffset At, IReadOnlyList<string> Shown, IReadOnlyList<ProfileContest> Contests, Digest Key,
    string? Nonce = null, string? Signature = null)
{
    public static SignedProfile Of(
        string board, string handle, string? nonce, DateTimeOffset at, IReadOnlyList<string> shown, IReadOnlyList<ProfileContest> contests,
        BoardKey key)
    {
        SignedProfile open = new(board, handle, TimeText.Cut(at), shown, contests, key.Public.Id, nonce);
        return open with { Signature = Convert.ToBase64String(key.Sign(open.Signed())) };
    }

    /// <exception cref="LogFormatException">The text is no signed profile.</exception>
    public static SignedProfile Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ProfileJson.Default.SignedProfile)
                ?? throw new LogFormatException("this is no signed profile: it is null");
        }
        catch (JsonException wrong)
        {
            // The library's own words name types of our code.
            string place = $"at {wrong.Path ?? "$"} in line {(wrong.LineNumber ?? 0) + 1}";
            throw new LogFormatException($"this is no signed profile: something else was expected {place}", wrong);
        }
    }

    /// <summary>One line of canonical JSON.</summary>
    public string ToText() => CanonicalJson.Text(this, ProfileJson.Default.SignedProfile);

    /// <summary>Whether the board with that key gave it, word for word.</summary>
    public bool IsSignedBy(PublicKey key) => key.Id == Key && SignedJson.Verifies(key, Signed(), Signature);

    private byte[] Signed() => CanonicalJson.Bytes(this with { Signature = null }, ProfileJson.Default.SignedProfile);
}
