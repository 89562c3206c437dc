"""The same figures in matplotlib: twenty charts, each as SVG, PNG at 300 dots per inch, and PDF.

Run by `cargo bench --bench export`, so that both are measured on one machine in one run. Each chart has what Planpath's
has: a line with marks, a dashed path, a dotted target with its region, labels at the ends of the lines, title, unit, and
a small line of origin, in Chinese with the font that Planpath embeds. Text stays text in SVG, and fonts are embedded in PDF.
"""

import pathlib
import statistics
import tempfile
import time

import matplotlib

matplotlib.use("Agg")
from matplotlib import font_manager, pyplot as plt  # noqa: E402

FONTS = pathlib.Path(__file__).resolve().parents[2] / "assets" / "fonts"
CHARTS = 20
YEARS = list(range(2010, 2016))
SIZE = (16 / 2.54, 9.6 / 2.54)


def prepare():
    path = str(FONTS / "NotoSansSC-subset.otf")
    font_manager.fontManager.addfont(path)
    family = font_manager.FontProperties(fname=path).get_name()
    plt.rcParams.update({"font.family": family, "font.size": 8.5, "svg.fonttype": "none", "pdf.fonttype": 42})


def draw(number):
    scenario = [100 * (1 - 0.03 - number / 1000) ** step for step in range(6)]
    plan = [100 * 0.79 ** (step / 5) for step in range(6)]
    figure, axes = plt.subplots(figsize=SIZE)
    figure.subplots_adjust(left=0.08, right=0.74, bottom=0.16, top=0.8)
    axes.axhline(79, color="#B44A00", linestyle=":", linewidth=0.9)
    axes.fill_between([2014.82, 2015.18], 75, 79, color="#B44A00", alpha=0.18, linewidth=0)
    axes.plot(YEARS, plan, color="#6B7684", linestyle="--", linewidth=0.9)
    axes.plot(YEARS, scenario, color="#0072B2", linewidth=1.6, marker="o", markersize=4)
    axes.plot(YEARS[1:4], scenario[1:4], "s", color="#0072B2", markersize=5, label="实绩")
    axes.set_xlim(2009.75, 2015.25)
    axes.set_ylim(75, 102)
    axes.set_xticks(YEARS)
    axes.grid(axis="y", color="#E1E5EA", linewidth=0.5)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    for value, text, colour in (
        (scenario[-1], "2013年中期进展", "#0072B2"),
        (plan[-1], "匀速达标路径", "#6B7684"),
        (77, "目标：下降至少21%左右", "#B44A00"),
    ):
        axes.annotate(f"{text} {value:.1f}", (2015, value), (2015.4, value), color=colour, annotation_clip=False)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), frameon=False)
    figure.text(0.02, 0.95, "单位工业增加值能耗", fontsize=10.6)
    figure.text(0.02, 0.91, "指数，2010年=100", color="#566170")
    figure.text(0.02, 0.02, "情景：2013年中期进展 规划：工业转型升级规划（2011—2015年）", fontsize=6.1)
    return figure


def export(folder):
    for number in range(CHARTS):
        figure = draw(number)
        for extension in ("svg", "png", "pdf"):
            figure.savefig(folder / f"{number}.{extension}", dpi=300)
        plt.close(figure)


def main():
    prepare()
    samples = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            start = time.perf_counter()
            export(folder)
            samples.append(time.perf_counter() - start)
            files = list(folder.iterdir())
            assert len(files) == 3 * CHARTS  # the work is really done
            assert all(file.stat().st_size > 1000 for file in files)
    print(
        f"peer: matplotlib {matplotlib.__version__}, {CHARTS} charts as SVG, PNG and PDF: "
        f"median {statistics.median(samples):.2f} s"
    )


if __name__ == "__main__":
    main()
