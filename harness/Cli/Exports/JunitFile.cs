using System.Globalization;
using System.Xml.Linq;
using Evaluator.Confinement;
using Evaluator.Harness.Records;

namespace Evaluator.Cli.Exports;

/// <summary>A run as JUnit's XML, which CI servers read: a test a case; what the predictor did wrong is a failure.</summary>
internal static class JunitFile
{
    public static void Write(string file, RunSummary summary, IReadOnlyList<CaseResult> results)
    {
        XElement[] tests = summary.Rejected is { } why ? [Rejection(why)] : [.. results.Select(Test)];
        new XDocument(new XElement("testsuites", new XElement(
            "testsuite", new XAttribute("name", $"evaluator {summary.Set}"), new XAttribute("tests", tests.Length),
            new XAttribute("failures", tests.Count(test => test.HasElements)),
            new XAttribute("time", Seconds(results.Sum(result => result.WallSeconds))), tests))).Save(file);
    }

    private static XElement Rejection(string why) => new(
        "testcase", new XAttribute("classname", "submission"), new XAttribute("name", "submission"),
        new XElement("failure", new XAttribute("type", "Rejected"), new XAttribute("message", Clean(why))));

    private static XElement Test(CaseResult result)
    {
        var test = new XElement(
            "testcase", new XAttribute("classname", "case"), new XAttribute("name", result.Case),
            new XAttribute("time", Seconds(result.WallSeconds)));
        if (result.Verdict != Verdict.Accepted)
        {
            test.Add(new XElement(
                "failure", new XAttribute("type", $"{result.Verdict}"), new XAttribute("message", Clean(result.Reason ?? "")),
                Clean(result.Detail ?? "")));
        }
        return test;
    }

    private static string Seconds(double seconds) => seconds.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no place for most control characters; halves of a surrogate pair become U+FFFD on the way.</summary>
    private static string Clean(string text) => string.Concat(
        text.EnumerateRunes().Select(rune => rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xfffe or 0xffff)) ? $"{rune}" : "?"));
}
