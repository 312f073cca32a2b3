"""What a scanner can do, as ``scanimage -A`` prints it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

_OPTION = re.compile(
    r"^    -{1,2}(?P<name>[a-zA-Z0-9-]+)(?P<choice>\[=\([^)]*\)\])?(?: (?P<values>.*?))? \[(?P<now>.*)\]$"
)
_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{0,15})?"
_RANGE = re.compile(rf"^(-?{_NUMBER})\.\.(-?{_NUMBER})[a-z%]*(?:,\.\.\.)?(?: \(in steps of ({_NUMBER})\))?$")
_UNIT = re.compile(r"(?<=\d)(?:dpi|mm|pel|bit|us|%)$")
_UNUSABLE = frozenset({"inactive", "read-only", "hardware"})


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` to ``high`` in steps; a step of 0 is any."""

    low: float
    high: float
    step: float = 0.0

    def nearest(self, wanted: float) -> float:
        """Return the number of the range that is as near as possible, no smaller where there is one."""
        if self.step:
            steps = -(-(wanted - self.low) // self.step)  # upwards
            wanted = self.low + steps * self.step
        return min(max(wanted, self.low), self.high)


@dataclass(frozen=True, slots=True)
class Option:
    """One option: the words or the range it takes; ``active`` says whether it may be set now."""

    words: tuple[str, ...] = ()
    range: Range | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class SaneOptions:
    """The options of one scanner by their names without dashes; none where it was not asked or said nothing."""

    table: Mapping[str, Option] = field(default_factory=lambda: MappingProxyType({}))

    def words(self, name: str) -> tuple[str, ...]:
        """Return what an option offers, nothing where there is no such option or it cannot be set."""
        option = self.table.get(name)
        return option.words if option and option.active else ()

    def range(self, name: str) -> Range | None:
        """Return an option's range, none where there is no such option or it cannot be set."""
        option = self.table.get(name)
        return option.range if option and option.active else None

    def sleeping(self, names: Iterable[str]) -> bool:
        """Whether one of these options is there but cannot be set now: another source may wake it."""
        return any(name in self.table and not self.table[name].active for name in names)

    def resolution(self, wanted: int) -> int:
        """Return the resolution to ask for: the smallest offered that is not below ``wanted``, else the largest."""
        if found := self.range("resolution"):
            return round(found.nearest(wanted))
        offered = sorted(float(word) for word in self.words("resolution") if _is_number(word))
        if not offered:
            return wanted
        return round(next((dots for dots in offered if dots >= wanted), offered[-1]))


def parse_options(lines: Sequence[str]) -> SaneOptions:
    """Read the output of ``scanimage -A``; lines that are no option are explanations."""
    table = {}
    for line in lines:
        found = _OPTION.match(line)
        if found is None:
            continue
        if found["choice"]:
            words: tuple[str, ...] = tuple(found["choice"][3:-2].split("|"))
            limits = None
        else:
            words, limits = _values(found["values"] or "")
        table[found["name"]] = Option(words, limits, found["now"].strip() not in _UNUSABLE)
    return SaneOptions(MappingProxyType(table))


def _values(text: str) -> tuple[tuple[str, ...], Range | None]:
    if found := _RANGE.match(text):
        return (), Range(float(found[1]), float(found[2]), float(found[3] or 0))
    return tuple(_UNIT.sub("", word) for word in text.split("|") if word and word != "auto"), None


def _is_number(word: str) -> bool:
    return re.fullmatch(_NUMBER, word) is not None
