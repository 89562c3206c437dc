"""Plans and scenarios as large as they are read, each bad in another way."""

# Larger ones are refused unread.
SIZE = 8 * 1024 * 1024 - 4096
PLAN_ID = "industrial-upgrading-2011-2015"


def filled(begin, item, end, size=SIZE):
    """`begin`, then item(0), item(1) … as long as there is room, then `end`."""
    parts, room, n = [begin], size - len(begin.encode()) - len(end.encode()), 0
    while True:
        part = item(n)
        room -= len(part.encode())
        if room < 0:
            return "".join(parts) + end
        parts.append(part)
        n += 1


def lever(id_, name="x", more=""):
    return (
        f'(id: "{id_}", name: "{name}", category: "only", scope: "x", unit: "x", base: Some(16.0), dynamics: Growth, source: "x"{more}),\n'
    )


def derived(id_, formula, more=""):
    return (
        f'(id: "{id_}", name: "d", category: "only", scope: "x", unit: "x", dynamics: Derived("{formula}"), source: "x"{more}),\n'
    )


PLAN_HEAD = (
    '(format: 2, id: "large", title: "x", base_year: 2010, end_year: 2015, source: "x",\n'
    'categories: [(id: "only", name: "x")], indicators: [\n'
)
# Of all that a plan can have; more are refused.
MOST = 2000
TARGET = (
    ', target: Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: "x", binding: true))'
)


MISSED = TARGET.replace("8.0", "80.0")
FALL = ', target: Some((form: CumulativeDecline(21.0), comparator: AtLeast, wording: "x", binding: true))'


def of_all(items):
    return PLAN_HEAD + "".join(items) + "])"


def plans():
    v = lever("v")
    wide = SIZE - len(PLAN_HEAD) - 1000
    yield "many levers", filled(PLAN_HEAD, lambda n: lever(f"v{n}"), "])")
    yield "many targets", filled(PLAN_HEAD, lambda n: lever(f"v{n}", more=TARGET), "])")
    yield "one id for all", filled(PLAN_HEAD, lambda _: lever("v"), "])")
    yield "one name for all, long ids", filled(PLAN_HEAD, lambda n: lever(f"{'i' * 5000}{n}"), "])")
    yield "a chain of identities", filled(PLAN_HEAD + v, lambda n: derived(f"d{n}", f"d{n - 1} * 1" if n else "v"), "])")
    yield "a chain backwards", filled(PLAN_HEAD + v, lambda n: derived(f"d{n}", f"d{n + 1} * 1"), "])")
    yield "identities doubling", filled(
        PLAN_HEAD + v, lambda n: derived(f"d{n}", f"d{n - 1} + d{n - 1}" if n else "v"), "])"
    )
    yield "all upon all", filled(
        PLAN_HEAD + v, lambda n: derived(f"d{n}", " + ".join(["v"] + [f"d{i}" for i in range(max(0, n - 400), n)])), "])"
    )
    yield "one long formula", PLAN_HEAD + v + derived("d", "v" + " + v" * (wide // 4)) + "])"
    yield "deep brackets in a formula", PLAN_HEAD + v + derived("d", "(" * (wide // 2) + "v" + ")" * (wide // 2)) + "])"
    yield "many minus signs", PLAN_HEAD + v + derived("d", "-" * wide + "v") + "])"
    yield "unknown ids in formulas", filled(PLAN_HEAD + v, lambda n: derived(f"d{n}", f"w{n} * x{n}"), "])")
    yield "one long unknown id", PLAN_HEAD + v + derived("d", "w" * wide) + "])"
    yield "many targets of few", filled(
        PLAN_HEAD, lambda n: lever(f"v{n}", more=", targets: [" + 'x'.join(f'(form: Level({m}.5), comparator: AtLeast, wording: "x"),' for m in range(100)).replace("x(", "(") + "]"), "])"
    )
    yield "many headings", filled(PLAN_HEAD.split("categories")[0] + "categories: [", lambda n: f'(id: "c{n}", name: "x"),', '], indicators: [])')
    yield "many headlines", filled(PLAN_HEAD.replace("indicators: [", "headline: ["), lambda n: '"v",', f"], indicators: [{v}])")
    yield "one long name", PLAN_HEAD + lever("v", name="名" * (wide // 3)) + "])"
    yield "one long id", PLAN_HEAD + lever("v" * wide) + "])"
    yield "unknown fields", filled(PLAN_HEAD, lambda n: f"(wrong{n}: {n}),\n", "])")
    yield "deep nesting", PLAN_HEAD + "[" * wide
    yield "deep comments", PLAN_HEAD + "/*" * (wide // 2)
    yield "quotation marks", PLAN_HEAD + '"' * wide
    yield "backslashes", PLAN_HEAD + '(id: "' + "\\" * wide + '")])'
    yield "one long line of blanks", PLAN_HEAD + " " * wide + "])"
    yield "line breaks", PLAN_HEAD + "\n" * wide + "])"
    yield "long period", (
        PLAN_HEAD.replace("2015", "999999999") + v + "])"
    )
    yield "controls and marks", PLAN_HEAD + lever("v", name="\u202e\u0301" * (wide // 4)) + "])"
    yield "a long number", PLAN_HEAD + lever("v").replace("16.0", "1" * wide) + "])"


SCENARIO_HEAD = f'(format: 2, name: "large", plan: "{PLAN_ID}",\n'


def scenarios():
    head, wide = SCENARIO_HEAD, SIZE - len(SCENARIO_HEAD) - 1000
    field = lambda name, item: filled(f"{head}{name}: {{\n", item, "})")
    yield "one long name", head.replace("large", "名" * (wide // 3)) + ")"
    yield "one long description", head + 'description: "' + "字" * (wide // 3) + '")'
    yield "a description of many lines", head + 'description: "' + "x\\n" * (wide // 3) + '")'
    yield "one long note", head + 'notes: {"erp": "' + "x " * (wide // 2) + '"})'
    yield "one long word as a note", head + 'notes: {"erp": "' + "x" * wide + '"})'
    yield "notes of one lever", field("notes", lambda n: f'"erp": "note {n}",\n')
    yield "notes of unknown levers", field("notes", lambda n: f'"lever{n}": "x",\n')
    yield "rates of one lever", field("rates", lambda n: f'"value-added": Constant({n % 20}.5),\n')
    yield "rates of unknown levers", field("rates", lambda n: f'"value-addet{n}": Constant(1.0),\n')
    yield "rates of too many years", head + 'rates: {"value-added": Yearly([' + "8.5," * (wide // 4) + "])})"
    yield "rates that are no numbers", head + 'rates: {"value-added": Yearly([' + "NaN," * (wide // 4) + "])})"
    yield "one long unknown id", head + 'rates: {"' + "v" * wide + '": Constant(1.0)})'
    yield "actuals of many years", head + filled('actuals: {"value-added": {\n', lambda n: f"{2009 - n}: Level(1.5),", "}})", wide)
    yield "actuals beyond the plan", head + filled('actuals: {"value-added": {\n', lambda n: f"{2016 + n}: Level(1.5),", "}})", wide)
    yield "actuals of one year", head + filled('actuals: {"value-added": {\n', lambda n: f"2011: Level({n}.5),", "}})", wide)
    yield "annotations", filled(
        head + "annotations: [\n", lambda n: f'(indicator: "erp", year: 2013, text: "remark {n}"),\n', "])"
    )
    yield "one long annotation", head + 'annotations: [(indicator: "erp", year: 2013, text: "' + "字 " * (wide // 4) + '")])'
    yield "a long plan path", head.replace(PLAN_ID, "../" * (wide // 3)) + ")"
    yield "unknown fields", filled(head, lambda n: f"wrong{n}: {n},\n", ")")
    yield "comments", filled(head, lambda n: f"// {n}\n", ")")
    yield "deep nesting", head + "rates: " + "{" * wide
    yield "deep options", head + "rates: " + "Some(" * (wide // 5)
    yield "an open text", head + 'description: "' + "x" * wide
    yield "nothing but commas", head + "," * wide + ")"
    yield "a long source", (
        head + 'actuals: {"erp": {2011: Level(61.0)}}, series: {"erp": (source: "' + "字" * (wide // 3) + '")})'
    )


def other_plans():
    """Of which the scenario is small, and its plan is the large one: as many indicators as there may be."""
    v = lever("v", more=TARGET)
    numbered = lambda count, more="": [lever(f"v{n}", more=more) for n in range(count)]
    before = lambda n, first="v": f"d{n - 1}" if n else first
    wide = SIZE - len(PLAN_HEAD) - 2000
    yield "many levers", of_all(numbered(MOST))
    yield "as many charts as are drawn", of_all(numbered(300, TARGET))
    yield "many levers with targets", of_all(numbered(MOST, TARGET))
    two = TARGET.replace("target: Some((", "targets: [(").replace("))", "),") + '(form: Level(20.5), comparator: AtLeast, wording: "x", due: In(2013))]'
    yield "two targets each", of_all(numbered(MOST, two))
    yield "one fall for all", of_all(numbered(MOST, FALL)).replace("Growth, ", "Decline, ").replace("Growth,", "Decline,")
    yield "long names and definitions", of_all(
        lever(f"v{n}", name=f"{chr(65 + n % 26)}ord{n} " + "word " * 80, more=TARGET + ', definition: Some("' + "word " * 200 + '")') for n in range(MOST)
    )
    yield "a chain of identities", of_all([v] + [derived(f"d{n}", f"{before(n)} * 1", MISSED) for n in range(MOST - 1)])
    yield "identities doubling", of_all([v] + [derived(f"d{n}", f"({before(n)} + {before(n)}) / 2", MISSED) for n in range(MOST - 1)])
    yield "sums upon sums", of_all(
        numbered(MOST // 2, TARGET) + [derived(f"d{n}", f"{before(n, 'v0')} + v{n}", MISSED) for n in range(MOST // 2)]
    )
    yield "products of all", of_all(
        numbered(MOST // 2, TARGET)
        + [derived(f"d{n}", " * ".join(f"v{(n + m) % (MOST // 2)} / 16" for m in range(500)), MISSED) for n in range(MOST // 2)]
    )
    yield "all upon all", of_all(
        [v] + [derived(f"d{n}", " + ".join(["v"] + [f"d{i}" for i in range(max(0, n - 600), n)])) for n in range(MOST - 1)]
    )
    yield "one long formula", PLAN_HEAD + v + derived("d", "v" + " + v" * (wide // 4)) + "])"
    yield "one long formula of a long name", PLAN_HEAD + lever("v", name="n" * (wide // 2)) + derived("d", "v" + " + v" * (wide // 8)) + "])"


def not_text():
    yield "nothing but zeros", bytes(SIZE)
    yield "noise", bytes((i * i * 7 + i // 3) % 256 for i in range(SIZE))
    yield "UTF-16", ("\ufeff" + PLAN_HEAD * (SIZE // len(PLAN_HEAD) // 2)).encode("utf-16-le")
    yield "too large", b" " * 10_000_000
