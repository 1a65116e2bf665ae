"""Charts as PNG, for documents that cannot hold SVG; the one door to matplotlib."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from tracker.render.as_plain import clean, width
from tracker.render.chart import Drawing
from tracker.render.chart_svg import ACTUAL, FAINT, GRID, OUTLOOK, PATH, STAGE

CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "PingFang HK",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "Droid Sans Fallback",
    "AR PL UMing CN",
)
"""Fonts with Chinese characters, by the names they are installed under; the first that is there is used."""
DPI = 160
QUICKLY = 3
ROOM, RIGHT, DIGIT = 0.02, 0.045, 0.065
ABOVE, BELOW = 0.42, 0.5
"""Parts of the width and inches kept for scales, title and legend; the library's own layout takes twice as long."""
NEAR_TOP = 0.88
"""The part of the height above which a number is written below its mark."""


def chinese_font() -> str | None:
    """An installed font with Chinese characters."""
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    return next((name for name in CHINESE if name in there), None)


def as_png(drawing: Drawing, *, inches: tuple[float, float] = (5.6, 2.6), heading: bool = True) -> bytes:
    """A chart as a picture of dots; the title is left out where the document says it."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    fonts = [*filter(None, [chinese_font()]), "DejaVu Sans"]
    with rc_context({"font.family": fonts, "font.size": 8, "axes.unicode_minus": False, "text.parse_math": False}):
        figure = Figure(figsize=inches)
        FigureCanvasAgg(figure)
        widest = max(width(words) for _, words in drawing.side)
        left = ROOM + widest * DIGIT / inches[0]
        axes = figure.add_axes((left, BELOW / inches[1], 1 - left - RIGHT, 1 - (BELOW + ABOVE) / inches[1]))
        frame(axes, drawing, heading=heading)
        lines(axes, drawing)
        legend(axes, drawing)
        out = BytesIO()
        known = {"Title": clean(drawing.title), "Software": None}
        figure.savefig(out, format="png", dpi=DPI, metadata=known, pil_kwargs={"compress_level": QUICKLY})
    return out.getvalue()


def frame(axes: Any, drawing: Drawing, *, heading: bool) -> None:  # noqa: ANN401 -- matplotlib's own kind
    """The scales, the lines behind the picture and its title."""
    axes.set_xlim(*widened(drawing.across))
    axes.set_ylim(*drawing.up)
    axes.set_xticks([at for at, _ in drawing.foot], [words for _, words in drawing.foot])
    axes.set_yticks([at for at, _ in drawing.side], [words for _, words in drawing.side])
    axes.set_title(clean(drawing.unit), loc="left", fontsize=8, color=FAINT)
    axes.grid(axis="y", color=GRID)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(colors=FAINT, length=2)
    if heading:
        axes.set_title(clean(drawing.title), fontsize=9.5)


def widened(across: tuple[float, float]) -> tuple[float, float]:
    """The span of days with a little room, so that the last mark is whole."""
    room = (across[1] - across[0]) * 0.015
    return across[0] - room, across[1] + room


def lines(axes: Any, drawing: Drawing) -> None:  # noqa: ANN401 -- matplotlib's own kind
    """Actuals, the path, the stages and the outlook, in the colours of the other pictures."""
    actual, path, stage, outlook = drawing.legend
    if drawing.fan:
        start, low, value, high = drawing.fan
        corners = zip(start, low, high, strict=True)
        axes.fill(*corners, color=OUTLOOK, alpha=0.45, label=outlook, lw=0)
        axes.plot(*zip(start, value, strict=True), color=ACTUAL, ls=":", lw=1)
    for number, line in enumerate(drawing.path):
        axes.plot(*zip(*line, strict=True), color=PATH, ls="--", lw=1.1, label=path if not number else None)
    for older, run in enumerate(reversed(drawing.runs)):
        label, alpha = (None, 0.35) if older else (actual, 1)
        axes.plot(*zip(*run, strict=True), color=ACTUAL, lw=1.8, alpha=alpha, label=label)
    dots(axes, drawing)
    for number, flag in enumerate(drawing.flags):
        values = [v for v in (flag.place[1], flag.high) if v is not None]
        days, label = [flag.place[0]] * len(values), stage if not number else None
        axes.plot(days, values, "D", color=STAGE, ms=5, ls="", label=label)
        bottom, top = drawing.up
        near_top, last = flag.place[1] > bottom + (top - bottom) * NEAR_TOP, flag.place[0] >= drawing.across[1]
        offset, side = (4 * last, -13 if near_top else 6), "right" if last else "center"
        axes.annotate(flag.words, flag.place, xytext=offset, textcoords="offset points", ha=side, color=STAGE)


def legend(axes: Any, drawing: Drawing) -> None:  # noqa: ANN401 -- matplotlib's own kind
    """What each line means, in the order of the other pictures."""
    handles, labels = axes.get_legend_handles_labels()
    order = sorted(zip(labels, handles, strict=True), key=lambda pair: drawing.legend.index(pair[0]))
    place = {"loc": "upper center", "bbox_to_anchor": (0.48, -0.1), "ncols": 4, "frameon": False}
    axes.legend([handle for _, handle in order], [label for label, _ in order], **place)


def dots(axes: Any, drawing: Drawing) -> None:  # noqa: ANN401 -- matplotlib's own kind
    """The observations of the latest run; what is still to be replaced is a ring."""
    for settled in (True, False):
        mine = [place for place in drawing.runs[-1] if (place not in drawing.tentative) is settled]
        if mine:
            axes.plot(*zip(*mine, strict=True), "o", color=ACTUAL, ms=4, mfc=ACTUAL if settled else "white", ls="")
