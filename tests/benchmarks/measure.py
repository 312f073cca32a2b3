"""Measure cases in interleaved rounds of one run: on a busy machine the ratios to a baseline hold, the times do not."""

import json
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

RESULTS = Path("build/bench")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to measure; ``run`` gets the number of the call, which is never the same twice."""

    name: str
    run: Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds a call, and how many times the baseline's median (the median over rounds)."""

    name: str
    p50_ms: float
    p95_ms: float
    ratio: float


def measure(
    cases: Sequence[Case], *, rounds: int, calls: int, clock: Callable[[], float] = time.perf_counter
) -> list[Figures]:
    """Run all cases in turn, ``rounds`` times ``calls`` each; the first case is the baseline.

    ``clock`` gives seconds: of the wall, or ``time.thread_time`` for what does not wait, on a machine that others use.
    """
    taken: list[list[list[float]]] = [[] for _ in cases]
    for round_ in range(rounds + 1):
        for case, times in zip(cases, taken, strict=True):
            times.append([_ms(case, round_ * calls + call, clock) for call in range(calls)])
    for times in taken:
        del times[0]  # the first round warms up
    medians = [[median(round_) for round_ in times] for times in taken]
    return [
        Figures(
            case.name,
            median(medians_of),
            quantiles([one for round_ in times for one in round_], n=20)[-1],
            median(mine / base for mine, base in zip(medians_of, medians[0], strict=True)),
        )
        for case, times, medians_of in zip(cases, taken, medians, strict=True)
    ]


def report(benchmark: str, figures: Sequence[Figures], **facts: object) -> None:
    """Print a table of the figures, and keep them in ``build/bench/<benchmark>.json``."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {
        "benchmark": benchmark,
        "baseline": figures[0].name,
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        **facts,
        "cases": [
            {
                "name": one.name,
                "p50_ms": round(one.p50_ms, 3),
                "p95_ms": round(one.p95_ms, 3),
                "ratio": round(one.ratio, 2),
            }
            for one in figures
        ],
    }
    (RESULTS / f"{benchmark}.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    widest = max(len(one.name) for one in figures)
    for one in figures:
        print(f"{one.name:<{widest}}  p50 {one.p50_ms:8.3f} ms  p95 {one.p95_ms:8.3f} ms  x{one.ratio:.2f}")


def _ms(case: Case, call: int, clock: Callable[[], float]) -> float:
    start = clock()
    case.run(call)
    return (clock() - start) * 1000
