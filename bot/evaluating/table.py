"""The report of an evaluation as a text of at most 100 columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Figures = Mapping[str, float | Mapping[str, float]]
Policy = Mapping[str, object]
COLUMNS = (
    ("recall", "recall@10", 3), ("mrr", "mrr@10", 2), ("cover", "coverage", 3), ("novel", "novelty", 1),
    ("divers", "diversity", 2), ("ece", "ece", 3), ("train s", "train_s", 1), ("ms", "answer_ms", 1),
)  # fmt: skip
"""Head, name of the figure, decimals."""
WIDTHS = (6, 5, 6, 6, 7, 6, 8, 6)
ROUND = 1_000
"""From here on, decimals say nothing."""
LEGEND = (
    "NDCG@10 with its 95 % interval over people. “engine minus it” is the mean difference over the same\n"
    "people with its interval: a lead is shown where that lies above zero. * marks the best of the peers."
)


def table(report: Mapping[str, object]) -> str:
    """Every slice, the engine first, then the peers by NDCG."""
    slices: Mapping[str, Mapping[str, Figures]] = report["slices"]  # pyright: ignore[reportAssignmentType] - made by our own report
    best: Mapping[str, str] = report["best"]  # pyright: ignore[reportAssignmentType]
    lines = [f"{report['items']} titles, {report['people']} people, {report['meetings']} titles met"]
    for name, measured in slices.items():
        lines += ["", *_slice(name, measured, best.get(name, ""))]
    lines += ["", LEGEND]
    left_out: Mapping[str, str] = report["left_out"]  # pyright: ignore[reportAssignmentType]
    lines += [f"{name} is left out: {reason}" for name, reason in left_out.items()]
    policies: Sequence[Policy] = report.get("policies", ())  # pyright: ignore[reportAssignmentType]
    lines += _policies(policies)
    notes: Sequence[str] = report["notes"]  # pyright: ignore[reportAssignmentType]
    return "\n".join([*lines, *notes]) + "\n"


def _policies(judged: Sequence[Policy]) -> list[str]:
    """What came of last places that were filled by chance, and would have come by other policies."""
    if not any(one["choices"] for one in judged):
        return []
    choices, trials = judged[0]["choices"], judged[0]["trials"]
    lines = ["", f"Last places in which chance had a say: {choices}, {trials} of them trials"]
    for one in judged:
        found = one["estimate"]
        told = _estimate(found) if isinstance(found, Mapping) else "nothing that was shown tells"  # pyright: ignore[reportUnknownArgumentType] - made by our own report
        lines.append(f"exploring {one['policy']}: {told}")
    return lines


def _estimate(found: Mapping[str, float]) -> str:
    interval = f"{_short(found['low'])}–{_short(found['high'])}"
    return (
        f"{found['value']:.3f} {interval} liked, as shown {found['logged']:.3f} (effectively {found['effective']:.0f})"
    )


def _slice(name: str, measured: Mapping[str, Figures], best: str) -> list[str]:
    people = int(_figure(next(iter(measured.values())), "people"))
    head = "".join(f"{column:>{width}}" for (column, _, _), width in zip(COLUMNS, WIDTHS, strict=True))
    ordered = sorted(measured.items(), key=lambda pair: (pair[0] != "engine", -_figure(pair[1], "ndcg@10")))
    rows = [_row(f"{model}{' *' if model == best else ''}", known) for model, known in ordered]
    told = [f"{name}, {people} people", f"{'':<16}{'NDCG@10':<16}{'engine minus it':<18}{head}", *rows]
    return [*told, *(_given_up(model, known) for model, known in ordered if "by_score" in known)]


def _given_up(model: str, known: Figures) -> str:
    """What the order of parts, and then variety and trials, change."""
    plain, in_order = known["by_score"], known["in_order"]
    if not isinstance(plain, Mapping) or not isinstance(in_order, Mapping):
        return ""
    parts, rest = _share(in_order["ndcg@10"] - plain["ndcg@10"], plain), _share(in_order["mean"], in_order)
    between = f"{_short(in_order['low'], '+')}…{_short(in_order['high'], '+')}"
    return (
        f"{model} by score alone {plain['ndcg@10']:.3f}; order of parts: {parts:+.1%}; "
        f"variety and trials: {rest:+.1%} ({between})"
    )


def _share(change: float, plain: Mapping[str, float]) -> float:
    return change / plain["ndcg@10"] if plain["ndcg@10"] else 0.0


def _row(name: str, known: Figures) -> str:
    interval = f"{_short(_figure(known, 'ndcg@10_low'))}–{_short(_figure(known, 'ndcg@10_high'))}"
    cells = "".join(
        f"{_cell(_figure(known, key), decimals) if key in known else '':>{width}}"
        for (_, key, decimals), width in zip(COLUMNS, WIDTHS, strict=True)
    )
    return f"{name:<16}{_figure(known, 'ndcg@10'):.3f} {interval:<9} {_against(known):<18}{cells}"


def _against(known: Figures) -> str:
    against = known.get("against")
    if not isinstance(against, Mapping):
        return ""
    return f"{_short(against['mean'], '+')} {_short(against['low'], '+')}…{_short(against['high'], '+')}"


def _figure(known: Figures, name: str) -> float:
    value = known[name]
    return value if isinstance(value, float | int) else 0.0


def _cell(value: float, decimals: int) -> str:
    return f"{value:.{decimals if value < ROUND else 0}f}"


def _short(value: float, sign: str = "") -> str:
    """.145 or +.145: the point before which there is always a zero."""
    return f"{value:{sign}.3f}".replace("0.", ".", 1)
