using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Harness;

namespace Evaluator.Specs.Languages;

/// <summary>The small world of a predictor, alike in all languages: who it is told to be, named cultures, time zones (ruling 10).</summary>
public class PredictorWorldSpecs
{
    private const string Due = "user predictor, at home in HOME True; a half 0.5; noon in New York 16:00 UTC";

    private static readonly string CppHeaders = string.Concat(
        ((string[])["clocale", "cstdio", "cstdlib", "ctime", "pwd.h", "unistd.h"]).Select(header => $"#include <{header}>\n"));

    [Theory]
    [MemberData(nameof(Toolchains.All), MemberType = typeof(Toolchains))]
    public void User_culture_and_time_zone_are_the_same_at_every_level(Language language)
    {
        Toolchains.Require(language);
        using var handedIn = new HandedInFolder();
        string predictor = handedIn.Add("Asks" + Toolchains.ExtensionOf(language), Asking(language));
        ForEvery.In(Enumerable.Range(0, 4), level => Assert.Equal(Due, SaidBy(predictor, level)));
    }

    private static string SaidBy(string predictor, int level)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        string root = Directory.CreateTempSubdirectory("user-name-").FullName;
        try
        {
            DataPackage data = package.Open();
            var request = new RunRequest(predictor, data, "example", data.Set("example"), CallingSequence.Official,
                Path.Combine(root, "run"), Workers: 1, Limits.Official)
            { Sandbox = TestedSandbox.Of(level) };
            Assert.Equal(1, new Evaluation(request).Run(_ => { }, TestContext.Current.CancellationToken).Verdicts["Accepted"]);
            return RunFolder.Open(request.Folder).ReadConsole(request.Cases[0]).Trim();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>The plain predictor, whose `setup` prints what it is told.</summary>
    private static string Asking(Language language)
    {
        (string before, string plain, string asking) = language switch
        {
            Language.CSharp => ("using System;", "=> 0;", """
                {
                    Console.WriteLine("user " + Environment.UserName + ", at home in HOME "
                        + (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) == Environment.GetEnvironmentVariable("HOME"))
                        + "; a half " + 0.5.ToString(new System.Globalization.CultureInfo("de-DE"))
                        + "; noon in New York " + TimeZoneInfo.ConvertTimeToUtc(
                            new DateTime(2011, 7, 1, 12, 0, 0), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).ToString("HH:mm")
                        + " UTC");
                    return 0;
                }
                """),
            Language.VisualBasic => ("", "Return 0", """
                Dim home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) = Environment.GetEnvironmentVariable("HOME")
                Dim half = 0.5.ToString(New System.Globalization.CultureInfo("de-DE"))
                Dim zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York")
                Dim noon = TimeZoneInfo.ConvertTimeToUtc(New DateTime(2011, 7, 1, 12, 0, 0), zone).ToString("HH:mm")
                Console.WriteLine("user " & Environment.UserName & ", at home in HOME " & home.ToString() & "; a half " & half _
                    & "; noon in New York " & noon & " UTC")
                Return 0
                """),
            Language.Cpp => (CppHeaders, "{ return 0; }", """
                {
                    passwd* record = getpwuid(getuid()), room, *again = nullptr;
                    char login[64] = "", text[512];
                    if (getpwuid_r(getuid(), &room, text, sizeof text, &again) || !again || again->pw_name != std::string(record->pw_name)
                        || getlogin() != std::string(record->pw_name) || getlogin_r(login, sizeof login)
                        || login != std::string(getlogin()))
                        std::puts("several names");
                    bool home = std::getenv("HOME") == std::string(record->pw_dir);
                    std::setlocale(LC_ALL, "C.UTF-8");
                    char half[16], noon[16];
                    std::snprintf(half, sizeof half, "%.1f", 0.5);
                    setenv("TZ", "America/New_York", 1);
                    std::tm local{.tm_hour = 12, .tm_mday = 1, .tm_mon = 6, .tm_year = 111, .tm_isdst = -1};
                    std::time_t moment = std::mktime(&local);
                    std::strftime(noon, sizeof noon, "%H:%M", std::gmtime(&moment));
                    std::printf("user %s, at home in HOME %s; a half %s; noon in New York %s UTC\n",
                        record->pw_name, home ? "True" : "False", half, noon);
                    return 0;
                }
                """),
            _ => ("", "{ return 0; }", """
                {
                    boolean home = System.getenv("HOME").equals(System.getProperty("user.home"));
                    String noon = java.time.LocalDateTime.of(2011, 7, 1, 12, 0).atZone(java.time.ZoneId.of("America/New_York"))
                        .withZoneSameInstant(java.time.ZoneOffset.UTC).toLocalTime().toString();
                    System.out.println("user " + System.getProperty("user.name") + ", at home in HOME " + (home ? "True" : "False")
                        + "; a half " + String.format(new java.util.Locale("en", "US"), "%.1f", 0.5)
                        + "; noon in New York " + noon + " UTC");
                    return 0;
                }
                """),
        };
        string source = HandedInFolder.PlainSource(language).Replace("@BEFORE@", before, StringComparison.Ordinal);
        int at = source.IndexOf(plain, StringComparison.Ordinal);
        Assert.True(at > 0);
        return source[..at] + asking + source[(at + plain.Length)..];
    }
}
