"""Tables of ten million bytes, each bad in another way; workbooks that unpack to far more."""

import io
import struct
import zipfile

SIZE = 10_000_000
YEARS = list(range(2011, 2016))


def rows(row, head="", size=SIZE):
    parts, room, n = [head], size - len(head.encode()), 0
    while True:
        line = row(n)
        room -= len(line.encode())
        if room < 0:
            return "".join(parts)
        parts.append(line)
        n += 1


def of_text():
    head = "indicator," + ",".join(map(str, YEARS)) + "\n"
    figures = ",1.5,2.5,3.5,4.5,5.5\n"
    yield "one indicator over and over", rows(lambda _: "工业增加值" + figures, head)
    yield "names that are none", rows(lambda n: f"工业增加值的第{n}种" + figures, head)
    yield "long names that are none", rows(lambda n: "工业" * 500 + str(n) + figures, head)
    yield "names close to many", rows(lambda n: f"单位工业增加值能耗水耗{n % 1000}" + figures, head)
    yield "short rows", rows(lambda _: "a,1\n", head)
    yield "empty rows", head + "\n" * (SIZE - 100)
    yield "one long line", "indicator," + "2011," * (SIZE // 5) + "\n"
    yield "one long row of figures", head + "工业增加值," + "1.5," * (SIZE // 4) + "\n"
    yield "one long name", head + "字" * (SIZE // 3) + figures
    yield "one long number", head + "工业增加值," + "1" * SIZE + "\n"
    yield "an open quotation", head + '"' + "x,\n" * (SIZE // 3)
    yield "quotation marks", head + '"' * SIZE
    yield "commas", "," * SIZE
    yield "5,000 columns", rows(lambda _: "value-added" + ",1.5" * 4999 + "\n", "indicator," + ",".join(str(1900 + n % 300) for n in range(4999)) + "\n")
    yield "long form", rows(
        lambda n: f"value-added,{2011 + n % 5},level,{n}.5\n", "indicator,year,kind,value\n"
    )
    yield "records of many regions", rows(
        lambda n: f"value-added,省{n},{2011 + n % 5},{n % 97}.5\n", "indicator,region,year,value\n"
    )
    yield "years down", "year" + ",value-added" * 60 + "\n" + rows(lambda n: f"{2011 + n % 5}" + ",1.5" * 60 + "\n")
    yield "figures that are none", rows(lambda n: f"工业增加值,约{n}左右,--,n/a,…,?\n", head)
    yield "tabs and semicolons", rows(lambda n: "a\tb;c|d,e\n", head)
    yield "controls", head + "\x1b[31m" * (SIZE // 5)
    # As many rows as are read: with more of them, the table is refused at once.
    yield "a word beside every year", rows(lambda _: "2011,60on201下降率（\n", "1下降率（\n", 4_000_000)
    yield "another word beside every year", rows(lambda n: f"{2011 + n % 5},下降{n}\n", "年份,工业增加值\n", 3_000_000)
    yield "another remark beside every figure", rows(lambda n: f"value-added,1.5,备注{n}按当年价格\n", "indicator,2011,备注\n", 5_000_000)
    yield "another unit in every row", rows(lambda n: f"value-added,亿元{n},1.5\n", "indicator,unit,2011\n", 4_000_000)
    yield "another name for every year", rows(lambda n: f"工业增加值{n}（亿元）,2011,下降（%）\n", "", 4_000_000)
    yield "marks", head + "\u202e\u0301\u200b" * (SIZE // 7)


def of_bytes():
    yield "GBK", rows(lambda _: "工业增加值,1.5,2.5\n", "指标,2011,2012\n", SIZE * 3 // 2).encode("gb18030")
    yield "zeros", bytes(SIZE)
    yield "noise", bytes((i * i * 7 + i // 3) % 256 for i in range(SIZE))


def pages():
    cells = "".join(f"<td>{n}.5</td>" for n in range(5))
    yield "many rows", rows(lambda _: f"<tr><td>工业增加值</td>{cells}</tr>\n", "<html><table>")
    yield "many tables", rows(lambda n: f"<table><tr><td>value-added</td>{cells}</tr></table>\n", "<html>")
    yield "tables in tables", "<html>" + "<table><tr><td>" * (SIZE // 15)
    yield "open tags", "<html><table><tr>" + "<td>" * (SIZE // 4)
    yield "deep tags", "<html>" + "<b>" * (SIZE // 3)
    yield "wide cells", rows(lambda n: '<tr><td colspan="5000" rowspan="65000">1.5</td></tr>\n', "<html><table>")
    yield "tall cells", rows(lambda n: '<td rowspan="65000">1.5</td>', "<html><table><tr>")
    yield "references", "<html><table><tr><td>" + "&amp;" * (SIZE // 5)
    yield "a long attribute", '<html><table><tr><td class="' + "x" * SIZE + '">1</td></tr></table>'
    yield "attributes", rows(lambda n: f' a{n}="{n}"', "<html><table><tr><td") + ">1</td></tr></table>"
    yield "an open comment", "<html><table><!--" + "-" * SIZE


# --- Workbooks -------------------------------------------------------------------------------------------------------


def packed(parts, stored=()):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, text, compress_type=kind)
    return made.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(sheet, shared=None, sheets=1, styles=None, stored=()):
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(sheets)
    )
    listed = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="s{n}"/>' for n in range(sheets))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="w" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}'
        f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="y" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared or ""}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles or ""}</styleSheet>',
    }
    for n in range(sheets):
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>'
    return packed(parts, stored)


SHEET = "xl/worksheets/sheet0.xml"


def number(n, row=""):
    return f"<c{row}><v>{n}.5</v></c>"


def xlsx_files():
    data = lambda body: f"<sheetData>{body}</sheetData>"
    cells = "".join(number(n) for n in range(5))
    row = f'<row><c t="inlineStr"><is><t>工业增加值</t></is></c>{cells}</row>'
    head = '<row><c t="inlineStr"><is><t>indicator</t></is></c>' + "".join(f"<c><v>{y}</v></c>" for y in YEARS) + "</row>"
    yield "many rows", xlsx(data(head + row * (SIZE // len(row.encode()))), stored=[SHEET])
    yield "a bomb of rows", xlsx(data(head + row * 1_400_000))
    yield "a bomb of blanks", xlsx(data(head + " " * 1_000_000_000))
    yield "a bomb of shared texts", xlsx(data(head), shared="<si><t>x</t></si>" * 12_000_000)
    yield "one shared text of 200 MB", xlsx(data('<row><c t="s"><v>0</v></c></row>' * 1000), shared=f"<si><t>{'x' * 200_000_000}</t></si>")
    yield "a shared text in every cell", xlsx(
        data("<row>" + '<c t="s"><v>0</v></c>' * 4000 + "</row>" + ("<row>" + '<c t="s"><v>0</v></c>' * 4000 + "</row>") * 400),
        shared=f"<si><t>{'x' * 30000}</t></si>",
    )
    yield "cells far away", xlsx(data('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' * 100_000))
    yield "cells all over", xlsx(data("".join(f'<row r="{n * 5 + 1}"><c r="GIP{n * 5 + 1}"><v>1</v></c></row>' for n in range(150_000))))
    yield "many sheets", xlsx(data(head + row * 3), sheets=20_000)
    yield "the same large sheet often", xlsx(data(head + row * 30_000), sheets=40)
    yield "merged cells", xlsx(data(head + row) + "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:XFD{n + 1}"/>' for n in range(1, 190_000)) + "</mergeCells>")
    yield "columns", xlsx("<cols>" + '<col min="1" max="16384" hidden="1"/>' * 300_000 + "</cols>" + data(head + row))
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{"0.0;[Red]" * 20}"/>' for n in range(100_000))
    yield "number formats", xlsx(data(head + row), styles=f"<numFmts>{formats}</numFmts>")
    yield "deep tags", xlsx("<x>" * 30_000_000)
    yield "a long attribute", xlsx(data(f'<row x="{"y" * 250_000_000}"></row>'))
    yield "many attributes", xlsx(data("<row " + "".join(f'a{n}="" ' for n in range(1_000_000)) + "></row>"))
    yield "entities", xlsx(data("&amp;" * 40_000_000))
    yield "formulas without values", xlsx(data("<row>" + "<c><f>A1+1</f></c>" * 4000 + "</row>" + ("<row>" + "<c><f>A1+1</f></c>" * 4000 + "</row>") * 200))


def ods(body, styles=""):
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"))
    )
    content = f"<office:document-content {names}>{styles}<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}, stored=["mimetype"])


def ods_files():
    table = lambda rows: f'<table:table table:name="S">{rows}</table:table>'
    cell = '<table:table-cell office:value-type="float" office:value="1.5"><text:p>1.5</text:p></table:table-cell>'
    row = lambda cells, times=1: f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'
    wide = cell.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"', 1)
    yield "many rows", ods(table(row(cell * 6) * 400_000))
    yield "repeated rows", ods(table(row(cell * 6, 1_048_576)))
    yield "repeated columns", ods(table(row(wide, 1_048_576) * 1000))
    yield "repeated often", ods(table(row(wide.replace("16384", "1000"), 40) * 20_000))
    blank = '<table:table-cell table:number-columns-repeated="16383"/>'
    yield "blanks before a figure", ods(table(row(blank + cell, 60) * 1000))
    yield "repeated rows without anything", ods(table(row("<table:table-cell/>", 1_048_576) * 200_000))
    yield "many tables", ods(table(row(cell * 3)) * 200_000)
    yield "blanks in a text", ods(table(row('<table:table-cell office:value-type="string"><text:p>' + '<text:s text:c="2000000000"/>' * 100 + "</text:p></table:table-cell>")))
    yield "paragraphs", ods(table(row('<table:table-cell office:value-type="string">' + "<text:p>x</text:p>" * 5_000_000 + "</table:table-cell>")))
    yield "deep tags", ods("<text:p>" * 12_000_000)
    yield "a bomb of blanks", ods(" " * 1_000_000_000)


# --- Old workbooks ---------------------------------------------------------------------------------------------------


def compound(stream):
    """A compound file with the one stream "Workbook"."""
    sector = 512
    stream += bytes(-len(stream) % 4096)
    count = len(stream) // sector
    # Sectors: the stream's, then one of the directory, then the tables.
    tables = 1
    while tables * 128 < count + 1 + tables:
        tables += 1
    more = max(0, tables - 109)
    lists = -(-more // 127)
    while tables * 128 < count + 1 + tables + lists:
        tables += 1
        lists = -(-max(0, tables - 109) // 127)
    first_table = count + 1
    first_list = first_table + tables
    fat = list(range(1, count)) + [0xFFFFFFFE, 0xFFFFFFFE] + [0xFFFFFFFD] * tables + [0xFFFFFFFC] * lists
    fat += [0xFFFFFFFF] * (tables * 128 - len(fat))
    places = list(range(first_table, first_table + tables))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, count, 0, 4096, 0xFFFFFFFE, 0, first_list if lists else 0xFFFFFFFE, lists)
    first = places[:109] + [0xFFFFFFFF] * (109 - len(places[:109]))
    head += struct.pack("<109I", *first)
    entry = lambda name, kind, child, start, size: (
        (name + "\0").encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
    unused = bytes(68) + struct.pack("<III", *[0xFFFFFFFF] * 3) + bytes(48)
    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 0, len(stream)) + unused * 2
    chains = b""
    for n in range(lists):
        part = places[109 + 127 * n : 109 + 127 * (n + 1)]
        part += [0xFFFFFFFF] * (127 - len(part))
        following = first_list + n + 1 if n + 1 < lists else 0xFFFFFFFE
        chains += struct.pack("<128I", *part, following)
    return head + stream + directory + struct.pack(f"<{len(fat)}I", *fat) + chains


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def xls(cells, globals_=b"", sheets=1):
    begin = lambda what: record(0x809, struct.pack("<HHHHII", 0x600, what, 0, 0, 0, 6))
    name = lambda n: f"S{n}".encode()
    bound = lambda n, at: record(0x85, struct.pack("<IHBB", at, 0, len(name(n)), 0) + name(n))
    length = len(begin(5)) + len(globals_) + sum(len(bound(n, 0)) for n in range(sheets)) + 4
    head = begin(5) + globals_ + b"".join(bound(n, length) for n in range(sheets)) + record(0x0A)
    return compound(head + begin(0x10) + cells + record(0x0A))


def xls_files():
    figure = lambda row, column, value: record(0x203, struct.pack("<HHHd", row, column, 0, value))
    text = lambda row, column, said: record(0x204, struct.pack("<HHHHB", row, column, 0, len(said), 1) + said.encode("utf-16-le"))
    head = text(0, 0, "indicator") + b"".join(figure(0, 1 + n, y) for n, y in enumerate(YEARS))
    line = lambda n: text(n, 0, "工业增加值") + b"".join(figure(n, 1 + y, 1.5) for y in range(5))
    yield "many rows", xls(head + b"".join(line(n) for n in range(1, 65_000)))
    yield "all in one cell", xls(head + figure(1, 1, 1.5) * 500_000)
    yield "cells far away", xls(head + b"".join(figure(n * 2 % 65_536, 255, 1.5) for n in range(500_000)))
    yield "one sheet under many names", xls(head + b"".join(line(n) for n in range(1, 20_000)), sheets=10_000)
    yield "formulas", xls(head + b"".join(record(6, struct.pack("<HHHdHIH", n % 65_536, 1 + n // 65_536, 0, 1.5, 0, 0, 3) + b"\x1e\1\0") for n in range(300_000)))
    many = struct.pack("<IH", 60, 9) + b""
    yield "empty records", xls(head + many[:0] + record(0x0100) * 2_400_000)
    merged = record(0xE5, struct.pack("<H", 1000) + struct.pack("<HHHH", 0, 65_535, 0, 255) * 1000)
    yield "merged cells", xls(head + merged * 1200)
    shared = record(0xFC, struct.pack("<II", 2**31 - 1, 2**31 - 1) + (struct.pack("<HB", 1, 0) + b"x") * 2000)
    yield "shared texts", xls(head, globals_=shared + record(0x3C, (struct.pack("<HB", 1, 0) + b"x") * 2000) * 1200)
    yield "one long shared text", xls(head, globals_=record(0xFC, struct.pack("<IIHB", 1, 1, 65_535, 0) + b"x" * 8000) + record(0x3C, b"\0" + b"x" * 8000) * 1200)
