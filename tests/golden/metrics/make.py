"""Makes metrics.csv.gz: what scikit-learn says of 1,000 random tables, and of the examples of its documentation.

    /usr/bin/python3 make.py

The tables themselves are not kept: the specs make them again (tests/BoardSpecs/Metrics/RandomTable.cs) from the same generator, SplitMix64
(Steele, Lea and Flood 2014), with the number of the table as its seed. Every number is a quotient or a product of few of its draws, so
that both sides have the same bits. `nan` stands for a value that scikit-learn refuses or calls undefined.

The column `roc_auc_exact` is the area as a fraction of whole numbers, rounded once: all weights are multiples of a quarter.
Brier's score of several classes came to scikit-learn in 1.7; its column is the definition, written out here with NumPy.
"""
import csv, gzip, io, sys, warnings
from fractions import Fraction
import numpy, scipy, sklearn
from sklearn import metrics as sk

TABLES = 1000
MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return self.next() % n

    def unit(self):
        return (self.next() >> 11) * 2.0 ** -53


class Table:
    """Table number `seed`: some of them with ties, few rows, one class only, absent classes, constant numbers, zero weights."""

    def __init__(self, seed):
        draw = SplitMix64(seed)
        self.rows = 1 + draw.below(8) if draw.below(5) == 0 else 2 + draw.below(120)
        self.classes = 2 + draw.below(4)
        weighted, ties, constant = draw.below(2) == 1, draw.below(2) == 1, draw.below(16) == 0
        present = 1 + draw.below(self.classes) if draw.below(4) == 0 else self.classes
        share = 1 + draw.below(9)
        self.alpha = (1 + draw.below(19)) / 20
        self.actual, self.predicted, self.binary, self.score = [], [], [], []
        self.label, self.named, self.probabilities, self.weights = [], [], [], [] if weighted else None
        for _ in range(self.rows):
            self.actual.append(4.0 if constant else 8 * draw.unit())
            self.predicted.append(self.actual[-1] + draw.unit() - 0.5 if draw.below(3) else 8 * draw.unit())
            if self.predicted[-1] < 0:
                self.predicted[-1] = 0.0
            self.binary.append(1 if draw.below(10) < share else 0)
            self.score.append(draw.below(9) / 8 if ties else draw.unit())
            self.label.append(draw.below(present))
            self.named.append(draw.below(self.classes) if draw.below(3) == 0 else self.label[-1])
            parts = [1 + draw.below(8) if ties else draw.unit() for _ in range(self.classes)]
            total = parts[0]
            for part in parts[1:]:
                total = total + part
            self.probabilities.append([part / total for part in parts])
            if weighted:
                self.weights.append(draw.below(9) / 4)


def exact_area(binary, score, weights):
    weights = [Fraction(w) for w in weights] if weights else [Fraction(1)] * len(binary)
    positives = sum(w for y, w in zip(binary, weights) if y == 1)
    negatives = sum(w for y, w in zip(binary, weights) if y == 0)
    if positives == 0 or negatives == 0:
        return float("nan")
    by_score = {}
    for y, s, w in zip(binary, score, weights):
        both = by_score.setdefault(s, [Fraction(0), Fraction(0)])
        both[y] += w
    won, below = Fraction(0), Fraction(0)
    for s in sorted(by_score):
        negative, positive = by_score[s]
        won += positive * (below + negative / 2)
        below += negative
    return float(won / (positives * negatives))


def r2(t):
    """Where all rows that weigh anything are the same number, the mean is off by a bit now and then, and scikit-learn divides by that bit."""
    weighty = [(a, p) for a, p, w in zip(t.actual, t.predicted, t.weights or [1] * t.rows) if w > 0]
    if t.rows >= 2 and len({a for a, _ in weighty}) == 1:
        return 1.0 if all(a == p for a, p in weighty) else 0.0
    return sk.r2_score(t.actual, t.predicted, sample_weight=t.weights)


def attempt(function):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", sklearn.exceptions.UndefinedMetricWarning)
            warnings.simplefilter("ignore", UserWarning)
            warnings.simplefilter("ignore", RuntimeWarning)
            with numpy.errstate(all="ignore"):
                return float(function())
    except sklearn.exceptions.UndefinedMetricWarning:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return float(function())
    except (ValueError, ZeroDivisionError):
        return float("nan")


def values(t):
    w, all_labels = t.weights, list(range(t.classes))
    weights = w if w is not None else [1.0] * t.rows
    weighed = numpy.array(weights) if sum(weights) > 0 else None
    probabilities = numpy.array(t.probabilities)
    one_hot = numpy.array([[1 if c == y else 0 for c in all_labels] for y in t.label])
    picked = [a if b else 0.0 for a, b in zip(t.actual, t.binary)]
    both = lambda v: (sk.roc_auc_score(one_hot[:, 0], probabilities[:, 0], sample_weight=v)
                      + sk.roc_auc_score(one_hot[:, 1], probabilities[:, 1], sample_weight=v)) / 2
    # Two classes are binary to scikit-learn; the mean of their two areas is what the definition for several comes to.
    multi = lambda how, v: both(v) if t.classes == 2 else \
        sk.roc_auc_score(t.label, probabilities, multi_class=how, labels=all_labels, sample_weight=v)
    label = lambda metric, **options: lambda: metric(t.label, t.named, sample_weight=w, **options) if weighed is not None else float("nan")
    return {
        "sum": lambda: numpy.dot(picked, weights),
        "count": lambda: numpy.dot(t.binary, weights),
        "hit_rate": lambda: numpy.average(t.binary, weights=w),
        "rmse": lambda: sk.mean_squared_error(t.actual, t.predicted, sample_weight=w, squared=False),
        "mae": lambda: sk.mean_absolute_error(t.actual, t.predicted, sample_weight=w),
        "rmsle": lambda: sk.mean_squared_log_error(t.actual, t.predicted, sample_weight=w, squared=False),
        "r2": lambda: r2(t),
        "quantile_loss": lambda: sk.mean_pinball_loss(t.actual, t.predicted, alpha=t.alpha, sample_weight=w),
        "log_loss": lambda: sk.log_loss(t.binary, t.score, sample_weight=w, labels=[0, 1]),
        "log_loss_classes": lambda: sk.log_loss(t.label, probabilities, sample_weight=w, labels=all_labels),
        "brier_score": lambda: sk.brier_score_loss(t.binary, t.score, sample_weight=w, pos_label=1),
        "brier_score_classes": lambda: numpy.average(((probabilities - one_hot) ** 2).sum(axis=1), weights=w),
        "roc_auc": lambda: sk.roc_auc_score(t.binary, t.score, sample_weight=w),
        "roc_auc_exact": lambda: exact_area(t.binary, t.score, w),
        "roc_auc_ovr": lambda: multi("ovr", w),
        "roc_auc_ovo": lambda: multi("ovo", None),
        "average_precision": lambda: sk.average_precision_score(t.binary, t.score, sample_weight=w),
        "average_precision_macro": lambda: sk.average_precision_score(one_hot, probabilities, average="macro", sample_weight=w),
        "accuracy": lambda: sk.accuracy_score(t.label, t.named, sample_weight=w),
        "balanced_accuracy": label(sk.balanced_accuracy_score),
        "f1": lambda: sk.f1_score(t.binary, [1 if s >= 0.5 else 0 for s in t.score], sample_weight=w)
            if weighed is not None else float("nan"),
        "f1_macro": label(sk.f1_score, average="macro"),
        "mcc": label(sk.matthews_corrcoef),
        "quadratic_weighted_kappa": lambda: sk.cohen_kappa_score(t.label, t.named, weights="quadratic", labels=all_labels, sample_weight=w)
            if weighed is not None else float("nan"),
    }


def main():
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    names = list(values(Table(1)))
    out.writerow(names)
    for seed in range(1, TABLES + 1):
        found = [attempt(function) for function in values(Table(seed)).values()]
        out.writerow(["nan" if numpy.isnan(value) else repr(value) for value in found])
    with open("metrics.csv.gz", "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        packed.write(text.getvalue().encode())
    with open("VERSIONS", "w") as file:
        file.write(f"Python {sys.version.split()[0]}, scikit-learn {sklearn.__version__}, ")
        file.write(f"NumPy {numpy.__version__}, SciPy {scipy.__version__}\n")


main()
