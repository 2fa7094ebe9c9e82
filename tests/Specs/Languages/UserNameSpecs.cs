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

/// <summary>Who a predictor is told to be (ruling 10).</summary>
public class UserNameSpecs
{
    private const string Due = "user predictor, at home in HOME True";

    [Theory]
    [MemberData(nameof(Toolchains.All), MemberType = typeof(Toolchains))]
    public void The_user_has_one_name_and_a_home_at_every_level(Language language)
    {
        Toolchains.Require(language);
        using var handedIn = new HandedInFolder();
        string predictor = handedIn.Add("Asks" + Toolchains.ExtensionOf(language), Asking(language));
        ForEvery.In(Enumerable.Range(0, 4), level => Assert.Equal(Due, SaidBy(predictor, level)));
    }

    private static string SaidBy(string predictor, int level)
    {
        using CasePackage package = CasePackage.OfEqualCases(1);
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
                        + (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) == Environment.GetEnvironmentVariable("HOME")));
                    return 0;
                }
                """),
            Language.VisualBasic => ("", "Return 0", """
                Dim home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) = Environment.GetEnvironmentVariable("HOME")
                Console.WriteLine("user " & Environment.UserName & ", at home in HOME " & home.ToString())
                Return 0
                """),
            Language.Cpp => ("#include <cstdio>\n#include <cstdlib>\n#include <pwd.h>\n#include <unistd.h>\n", "{ return 0; }", """
                {
                    passwd* record = getpwuid(getuid()), room, *again = nullptr;
                    char login[64] = "", text[512];
                    if (getpwuid_r(getuid(), &room, text, sizeof text, &again) || !again || again->pw_name != std::string(record->pw_name)
                        || getlogin() != std::string(record->pw_name) || getlogin_r(login, sizeof login)
                        || login != std::string(getlogin()))
                        std::puts("several names");
                    bool home = std::getenv("HOME") == std::string(record->pw_dir);
                    std::printf("user %s, at home in HOME %s\n", record->pw_name, home ? "True" : "False");
                    return 0;
                }
                """),
            _ => ("", "{ return 0; }", """
                {
                    boolean home = System.getenv("HOME").equals(System.getProperty("user.home"));
                    System.out.println("user " + System.getProperty("user.name") + ", at home in HOME " + (home ? "True" : "False"));
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
