#!/usr/bin/env python3
"""Cut the three interface fonts out of larger free fonts.

    python3 subset.py [FONTS [OUTPUT]]

FONTS is the directory Debian installs fonts in, OUTPUT the one to write to;
by default /usr/share/fonts and the directory of this script. The sources
together weigh over 20 MB, too much to build into the program. The subsets
hold what an English and Simplified Chinese interface needs:

    NotoSansSC-subset.otf  GB 2312 and the signs the Chinese face has
    NotoSans-subset.ttf    Latin, Greek, narrow punctuation, small digits
    Signs-subset.ttf       signs for buttons, keys and formulas

The same inputs give the same bytes. The committed files were made with
fonttools 4.68.0 (Python 3.11) and, from Debian,

    fonts-noto-cjk 1:20220127+repack1-1    Noto Sans CJK SC, version 2.004
    fonts-noto-core 20201225-1             Noto Sans, version 2.004
    fonts-dejavu-core 2.37-6               DejaVu Sans, version 2.37

The script warns when it meets other versions, because its output then may
differ from the committed one.
"""

import hashlib
import pathlib
import sys
from dataclasses import dataclass

import fontTools
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

EXPECTED_FONTTOOLS = "4.68.0"

# Whole blocks, first and last code point. What a face lacks is left out;
# README.md lists the gaps that matter.
LATIN = [
    (0x0020, 0x007E, "Basic Latin"),
    (0x00A0, 0x00FF, "Latin-1 Supplement"),
    (0x0100, 0x017F, "Latin Extended-A"),
    (0x0370, 0x03FF, "Greek"),
    (0x2000, 0x206F, "General Punctuation"),
    (0x2070, 0x209F, "Superscripts and Subscripts"),
    (0x20A0, 0x20CF, "Currency Symbols"),
]
SYMBOLS = [    (0x2100, 0x214F, "Letterlike Symbols"),
    (0x2150, 0x218F, "Number Forms"),
    (0x2190, 0x21FF, "Arrows"),
    (0x2200, 0x22FF, "Mathematical Operators"),
    (0x2300, 0x23FF, "Miscellaneous Technical"),
    (0x2500, 0x257F, "Box Drawing"),
    (0x2580, 0x259F, "Block Elements"),
    (0x25A0, 0x25FF, "Geometric Shapes"),
    (0x2600, 0x26FF, "Miscellaneous Symbols"),
    (0x2700, 0x27BF, "Dingbats"),
    (0x2B00, 0x2BFF, "Miscellaneous Symbols and Arrows"),
    (0x3000, 0x303F, "CJK Symbols and Punctuation"),
    (0xFF01, 0xFF5E, "Fullwidth ASCII"),
    (0xFFE0, 0xFFE6, "Fullwidth Signs"),
]

# Simplified characters that GB 2312 (1980) lacks and that names and present
# usage need; add to this list when a text calls for more.
EXTRA = "镕瞭啰喆堃昇祎旸赟珺玥"

SIGNS = (
    "✓✔✗✘☐☑▸▾▴◂▲▼●○◆◇■□◐↶↷↺↻⟲⟳↩↪↵⏵⏸☀☾⚙☰⋮✎ℹ⌃⌥⌘⇧⌫←↑→↓↔≤≥≈≠∞√ΣΔ∂"
)
# Wanted in the Latin font; the script says which of these no font has.
LATIN_SIGNS = "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁻¥€£−×÷±≤≥≈≠“”‘’…·–—"



def gb2312():
    """All characters of GB 2312: rows 1 to 94, cells 1 to 94, where assigned."""
    characters = set()
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            try:
                characters.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass  # an unassigned cell
    # Python decodes these two cells to katakana middle dot and horizontal
    # bar; Chinese text is typed with middle dot and em dash instead. Keep both.
    return characters | {0x00B7, 0x2014}


def code_points(blocks, characters=""):
    wanted = {ord(c) for c in characters}
    for first, last, _ in blocks:
        wanted.update(range(first, last + 1))
    return wanted


@dataclass
class Cut:
    output: str
    source: str
    face: str
    version: str
    name: str
    postscript_name: str
    wanted: set
    required: set  # stop when the face lacks any of these
    hinting: bool
    features: list
    drop_tables: list


HANZI = gb2312() | code_points([], EXTRA)

CUTS = [
    Cut(
        output="NotoSansSC-subset.otf",
        source="opentype/noto/NotoSansCJK-Regular.ttc",
        face="Noto Sans CJK SC",
        version="2.004",
        name="Noto Sans CJK SC Subset",
        postscript_name="NotoSansCJKscSubset-Regular",
        wanted=HANZI | code_points(LATIN + SYMBOLS),
        required=HANZI,
        # egui fits glyphs to the pixel grid by default; the hints cost 0.28 MB
        # and keep dense characters legible at interface sizes.
        hinting=True,
        # Kerning only: every other feature is for vertical setting, for other
        # languages' forms or for optional widths, and would pull in more glyphs.
        features=["kern"],
        drop_tables=["BASE", "GDEF", "GSUB", "VORG", "vhea", "vmtx"],
    ),
    Cut(
        output="NotoSans-subset.ttf",
        source="truetype/noto/NotoSans-Regular.ttf",
        face="Noto Sans",
        version="2.004",
        name="Noto Sans Subset",
        postscript_name="NotoSansSubset-Regular",
        wanted=code_points(LATIN, LATIN_SIGNS),
        required=code_points(LATIN[:3]),
        hinting=True,
        # Kerning only: the digits have equal widths without "tnum", and the
        # other features pull in small capitals, ligatures and fractions.
        features=["kern"],
        drop_tables=["GDEF", "GSUB"],
    ),
    Cut(
        output="Signs-subset.ttf",
        source="truetype/dejavu/DejaVuSans.ttf",
        face="DejaVu Sans",
        version="2.37",
        # The licence only bars the names of its own makers, but a few signs
        # should not pass for a text font either.
        name="Planpath Signs",
        postscript_name="PlanpathSigns-Regular",
        wanted=code_points([], SIGNS),
        required=set(),
        # Hinted, the thin arrows and relations turn bold at some sizes.
        hinting=False,
        features=[],
        drop_tables=["FFTM", "GDEF", "GPOS", "GSUB", "MATH", "kern"],
    ),
    Cut(
        # Signs that DejaVu Sans lacks: media keys, and the copy sign that the
        # Markdown viewer puts on code. Under another licence than the cut
        # above, and so in a file of its own.
        source="truetype/noto/NotoSansSymbols2-Regular.ttf",
        output="NotoSymbols-subset.ttf",
        face="Noto Sans Symbols2",
        version="2.003",
        name="Noto Sans Symbols2 Subset",
        postscript_name="NotoSansSymbols2-Subset",
        wanted=code_points([], "⏵⏸🗐"),
        required=set(),
        hinting=False,
        features=[],
        drop_tables=["GDEF", "GPOS", "GSUB"],
    ),
]


def open_face(path, face):
    """The face, found by name: its place in a collection is not fixed."""
    # A build date in the file would make every run differ.
    if path.suffix == ".ttc":
        fonts = TTCollection(path, lazy=True, recalcTimestamp=False).fonts
    else:
        fonts = [TTFont(path, lazy=True, recalcTimestamp=False)]
    font = next(f for f in fonts if f["name"].getDebugName(1) == face)
    font.recalcTimestamp = False
    return font


def rename(font, cut):
    """Say that this is a subset, so it never passes for the full font.

    Noto's licence reserves no name, so "Noto" may stay. Copyright, trademark,
    designer and licence entries stay as they are.
    """
    names = font["name"]
    version = names.getDebugName(5)
    for name_id, text in {
        1: cut.name,
        3: f"{cut.version};{cut.postscript_name}",
        4: cut.name,
        5: f"{version};subset",
        6: cut.postscript_name,
    }.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [cut.postscript_name]
        top = cff.topDictIndex[0]
        top.FullName = top.FamilyName = cut.name


def make(cut, fonts, directory):
    """Write one subset and return the code points in it."""
    font = open_face(fonts / cut.source, cut.face)
    version = font["name"].getDebugName(5)
    if version.split(";")[0] != f"Version {cut.version}":
        print(f"warning: {cut.face} {version}, not {cut.version}")
    available = set(font.getBestCmap())
    if missing := cut.required - available:
        sys.exit(f"{cut.face} lacks " + "".join(map(chr, sorted(missing))))

    options = subset.Options()
    options.layout_features = cut.features
    options.drop_tables += cut.drop_tables
    options.hinting = cut.hinting
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14]
    options.name_languages = [0x409]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=cut.wanted & available)
    subsetter.subset(font)
    rename(font, cut)
    output = directory / cut.output
    font.save(output, reorderTables=True)

    data = output.read_bytes()
    print(f"{output.name}: {len(cut.wanted & available)} characters, "
          f"{font['maxp'].numGlyphs} glyphs, {len(data)} bytes")
    print("sha256", hashlib.sha256(data).hexdigest())
    return cut.wanted & available


def main():
    fonts = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts")
    here = pathlib.Path(__file__).parent
    directory = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here
    if fontTools.version != EXPECTED_FONTTOOLS:
        print(f"warning: fonttools {fontTools.version}, not {EXPECTED_FONTTOOLS}")

    present = set().union(*[make(cut, fonts, directory) for cut in CUTS])
    lacking = [c for c in LATIN_SIGNS + SIGNS if ord(c) not in present]
    print("in none of them:", " ".join(lacking) or "nothing wanted")


if __name__ == "__main__":
    main()
