namespace Evaluator.Challenges.Tables;

/// <summary>What can be wrong with a table that was handed in. Any of them refuses it, and nothing is charged.</summary>
public enum TableFaultKind
{
    /// <summary>Nothing is in it, or a header alone where rows were expected.</summary>
    Empty,

    /// <summary>Its bytes are not UTF-8: UTF-16, another code page, a zip.</summary>
    NotUtf8,

    /// <summary>A character that no text has, as NUL.</summary>
    ControlCharacter,

    /// <summary>More bytes than the challenge takes.</summary>
    TooLarge,

    /// <summary>A line longer than any row can be.</summary>
    LineTooLong,

    /// <summary>A quote that does not end its field: what follows can't be told apart.</summary>
    MisplacedQuote,

    /// <summary>A line feed between quotes: one row on several lines.</summary>
    QuotedLineFeed,

    /// <summary>Semicolons or tabs stand where commas should.</summary>
    WrongSeparator,

    /// <summary>A column that is needed is not there.</summary>
    MissingColumn,

    /// <summary>A column that is needed is there twice.</summary>
    DoubledColumn,

    /// <summary>A row with more or fewer fields than the header.</summary>
    UnevenRow,

    /// <summary>A key that is not in the test table.</summary>
    UnknownKey,

    /// <summary>A key that stands on several lines.</summary>
    DoubledKey,

    /// <summary>Keys of the test table that have no row.</summary>
    MissingRow,

    /// <summary>Not as many picks as were asked for.</summary>
    WrongCount,

    /// <summary>A value that is empty or no number.</summary>
    NotANumber,

    /// <summary>NaN, NA, null: a value that says that it is none.</summary>
    Nan,

    /// <summary>A value that is infinite, or too large for a number.</summary>
    Infinite,

    /// <summary>A number outside of what the metric takes: a probability of 2, a negative amount.</summary>
    OutOfRange,

    /// <summary>Probabilities of one row that do not add up to 1.</summary>
    WrongSum,

    /// <summary>A class that is not among the answers' classes.</summary>
    UnknownClass,

    /// <summary>Every row is as it should be, and still a metric has no value that can be recorded.</summary>
    NotComputable,
}
