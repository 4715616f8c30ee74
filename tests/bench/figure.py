"""A figure: how it is measured, by turns with its baseline, and what it may be."""
import dataclasses
import statistics


@dataclasses.dataclass
class Figure:
    """A number of what a run gave, and the most it may be: as a "ratio" to the baseline's or a
    "difference" from it, or by itself ("alone")."""
    name: str
    value: object  # a function
    unit: str
    limit: float
    kind: str = "ratio"

    def judge(self, ours, baseline):
        """The table's line, and whether the figure holds."""
        mine = statistics.median(map(self.value, ours))
        line = [self.name, f"{mine:.4g} {self.unit}", "", "", f"≤ {self.limit:g} {self.unit}"]
        compared = mine
        if self.kind != "alone":
            other = statistics.median(map(self.value, baseline))
            line[2] = f"{other:.4g} {self.unit}"
            compared = mine / other if self.kind == "ratio" else mine - other
        if self.kind == "ratio":
            line[3:] = f"× {compared:.2f}", f"≤ × {self.limit:g}"
        elif self.kind == "difference":
            line[3:] = f"+ {compared:.1f} {self.unit}", f"≤ + {self.limit:g} {self.unit}"
        hold = compared <= self.limit
        return [*line, "yes" if hold else "**no**"], hold


@dataclasses.dataclass
class Comparison:
    """Ours, and where there is one the baseline, are run by turns; figures are read off both."""
    ours: object  # functions
    baseline: object
    figures: list

    def wanted(self, only):
        """Whether the name of a figure has one of some words in it; all are where there are none."""
        return not only or any(words in figure.name for words in only for figure in self.figures)

    def measure(self, runs):
        ours, baseline = [], []
        for _ in range(runs):
            if self.baseline:
                baseline.append(self.baseline())
            ours.append(self.ours())
        return [figure.judge(ours, baseline) for figure in self.figures]
