"""Counts saved sessions again, by code that shares nothing with halte, and holds every format of its report against that.

    python3 recount.py SESSIONS OUT

SESSIONS is a folder of saved sessions. OUT holds what halte made of them: report.json, report-any.json, report.html,
report.md, report.txt (all in Dutch) and one NAME.csv for each table that is read here. What differs is told, and counts
as a failure.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from html.parser import HTMLParser
from itertools import permutations
from pathlib import Path

import yaml

SMALL = 5
faults = []


def same(what, found, counted):
    if found != counted:
        faults.append(f"{what}: halte says {found!r}, the files say {counted!r}")


# --- the files -----------------------------------------------------------------------------------------------------

sessions = [yaml.safe_load(path.read_text("utf8")) for path in sorted(Path(sys.argv[1]).glob("*.yaml"))]
out = Path(sys.argv[2])


def counts(one):
    return not one.get("hidden") and not one.get("withdrawn") and one["source"] != "facilitator"


def counted(session):
    return [one for one in session.get("contributions", []) if counts(one)]


def axis(name):
    found = {}
    for session in sessions:
        for one in session[name]:
            found.setdefault(one["id"], one)
    return found


themes, scenarios, personas = axis("themes"), axis("scenarios"), axis("personas")
rows = [*themes, "none", "unplaced"]
everything = [(session, one) for session in sessions for one in counted(session)]


def rows_of(one, by_any=False):
    placement = one.get("placement")
    if not placement:
        return ["unplaced"]
    second = placement.get("second") if by_any else None
    return [placement["primary"], *([second] if second else [])]


def table(columns, column_of, by_any=False):
    tally = Counter((row, column_of(one)) for _, one in everything for row in rows_of(one, by_any))
    return {row: {column: tally[row, column] for column in columns} for row in rows}


def scenarios_run(session):
    visited = {visit["step"] for visit in session["timeline"] if visit["event"] == "entered"}
    return {step["scenario"] for step in session["agenda"] if step["id"] in visited and step.get("scenario")}


def alpha(units):
    """Krippendorff's alpha for nominal data, from the pairs within units."""
    units = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in units for value in unit)
    n = sum(values.values())
    expected = n * n - sum(count * count for count in values.values())
    if n == 0 or expected == 0:
        return None
    observed = sum(
        sum(1 for one, other in permutations(unit, 2) if one != other) / (len(unit) - 1) for unit in units
    )
    return 1 - (n - 1) * observed / expected


def sorts(one):
    return [place for place, count in (one.get("tally") or {}).items() for _ in range(count)]


by_scenario = table(scenarios, lambda one: one["scenario"])
by_scenario_any = table(scenarios, lambda one: one["scenario"], by_any=True)
by_persona = table(personas, lambda one: one.get("persona"))
anonymous = any(session["anonymity"] == "anonymous" for session in sessions)
run = set().union(*(scenarios_run(session) for session in sessions)) if sessions else set()
dots = Counter()
for session in sessions:
    if session.get("vote_result"):
        dots.update({vote: count for vote, count in session["vote_result"]["dots"].items()})


def shares_by_workshop(row):
    each = []
    for session in sessions:
        all_of_it = counted(session)
        if all_of_it:
            each.append(sum(row in rows_of(one) for one in all_of_it) / len(all_of_it))
    return sum(each) / len(each) if each else None


def throughout(row):
    whole = 0
    for session in sessions:
        here = {one["scenario"] for one in counted(session) if row in rows_of(one)}
        ran = scenarios_run(session)
        whole += bool(ran) and ran <= here
    return whole


units = [sorts(one) for _, one in everything]


# --- JSON ----------------------------------------------------------------------------------------------------------

def told_persona(name, cells):
    """What is withheld of anonymous sessions is nothing; every figure that is told is the one that was counted."""
    for persona, figure in cells.items():
        if figure is not None:
            same(f"theme_by_persona {name} {persona}", figure, by_persona[name][persona])
        elif not anonymous:
            faults.append(f"theme_by_persona {name} {persona} is withheld, and no session is anonymous")


report = json.loads((out / "report.json").read_text("utf8"))
same("sessions", len(report["sessions"]), len(sessions))
same("theme_by_scenario", report["theme_by_scenario"], by_scenario)
by_any = json.loads((out / "report-any.json").read_text("utf8"))
same("theme_by_scenario by any", by_any["theme_by_scenario"], by_scenario_any)
for row, cells in report["theme_by_persona"].items():
    told_persona(row, cells)
same("contributions", report["denominators"]["contributions"], len(everything))
same("participants", report["denominators"]["participants"], sum(len(one["participants"]) for one in sessions))
same("texts", [one["text"] for one in report["contributions"]], [one["text"] for _, one in everything])
for theme in report["recurrence"]:
    found = {scenario: by_scenario[theme["theme"]][scenario] for scenario in scenarios}
    same(f"recurrence {theme['theme']}", {key: one["contributions"] for key, one in theme["scenarios"].items()}, found)
    same(f"across {theme['theme']}", theme["across"], sum(found[one] > 0 for one in run))
    same(f"of {theme['theme']}", theme["of"], len(run))
    same(f"throughout {theme['theme']}", theme["workshops_throughout"], throughout(theme["theme"]))
same("dots", {one["theme"]: one["dots"] for one in report["votes"]["themes"]}, {one: dots[one] for one in themes})
same("sorted", report["agreement"]["sorted"], sum(bool(unit) for unit in units))
same("compared", report["agreement"]["compared"], sum(len(unit) > 1 for unit in units))
contested = [unit for unit in units if unit and max(Counter(unit).values()) * 2 <= len(unit)]
same("contested", len(report["agreement"]["contested"]), len(contested))
agreed, recounted = report["agreement"]["alpha"], alpha(units)
if (agreed is None) != (recounted is None) or agreed is not None and abs(agreed - recounted) > 1e-9:
    faults.append(f"alpha: halte says {agreed}, the files say {recounted}")
for one in report["by_workshop"]["themes"]:
    share = shares_by_workshop(one["theme"])
    if (share is None) != (one["by_workshop"]["share"] is None) or share and abs(share - one["by_workshop"]["share"]) > 1e-9:
        faults.append(f"share by workshop of {one['theme']}: {one['by_workshop']['share']}, the files say {share}")
left_out = Counter()
for session in sessions:
    for one in session.get("contributions", []):
        if not counts(one):
            kind = "withdrawn" if one.get("withdrawn") else "hidden" if one.get("hidden") else "facilitator"
            left_out[kind] += 1
same("left out", sum(report["left_out"].values()), sum(left_out.values()))


# --- CSV -----------------------------------------------------------------------------------------------------------

def lines(name):
    with open(out / f"{name}.csv", encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


same(
    "theme-by-scenario.csv",
    {(one["theme"], one["scenario"]): int(one["contributions"]) for one in lines("theme-by-scenario")},
    {(row, scenario): count for row, cells in by_scenario.items() for scenario, count in cells.items()},
)
of_each = lines("contributions")
same("lines of contributions.csv", len(of_each), sum(len(one.get("contributions", [])) for one in sessions))
for line, (session, one) in zip(of_each, ((s, one) for s in sessions for one in s.get("contributions", []))):
    gone = one.get("hidden") or one.get("withdrawn")
    text = "" if gone else one["text"]
    text = f"'{text}" if text[:1] in tuple("=+-@\t\r\n＝＋－＠") else text
    same(f"{session['id']} {one['id']}", line["text"], text)
    same(f"{session['id']} {one['id']}", line["primary"], (one.get("placement") or {}).get("primary", ""))
    same(f"{session['id']} {one['id']}", line["counted"], str(bool(counts(one))).lower())
same(
    "votes.csv",
    {one["theme"]: int(one["dots"]) for one in lines("votes")},
    {one: dots[one] for one in themes},
)


# --- pages for people ----------------------------------------------------------------------------------------------

class Tables(HTMLParser):
    """The cells of each table of a page, by the id of the table and the key of the row."""

    def __init__(self):
        super().__init__()
        self.tables, self.table, self.row, self.cell = defaultdict(dict), None, None, None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "table":
            self.table = attributes["id"].removeprefix("table-")
        elif tag == "tr" and "data-row" in attributes:
            self.row = self.tables[self.table].setdefault(attributes["data-row"], [])
        elif tag == "td" and self.row is not None:
            self.cell = ""

    def handle_data(self, text):
        if self.cell is not None:
            self.cell += text

    def handle_endtag(self, tag):
        if tag == "td" and self.cell is not None:
            self.row.append(self.cell.strip())
            self.cell = None
        elif tag == "tr":
            self.row = None


page = Tables()
page.feed((out / "report.html").read_text("utf8"))
shown = {key: [int(cell) for cell in cells[:-1]] for key, cells in page.tables["theme-by-scenario"].items() if key in rows}
same("theme-by-scenario of the page", shown, {row: list(cells.values()) for row, cells in by_scenario.items()})
same("dots of the page", {key: int(cells[1]) for key, cells in page.tables["votes"].items()}, {one: dots[one] for one in themes})
same("contributions of the page", [cells[0] for cells in page.tables["contributions"].values()], [one["text"].strip() for _, one in everything])
sorting = page.tables["agreement"]
same("sorted, of the page", int(sorting["report-sorting-sorted"][0]), sum(bool(unit) for unit in units))

# In the text for a terminal and in Markdown rows are found by the Dutch name of the theme.
title = {one["title"]["nl"]: key for key, one in themes.items()}
for name, split in (("report.txt", r"\s{2,}"), ("report.md", r"\s*\|\s*")):
    text = (out / name).read_text("utf8")
    _, _, section = text.partition("Thema's per scenario")
    shown = {}
    for line in section.splitlines():
        cells = [cell for cell in re.split(split, line.strip()) if cell]
        if cells and cells[0] in title and title[cells[0]] not in shown and all(re.fullmatch(r"\d+", one) for one in cells[1:]):
            shown[title[cells[0]]] = [int(one) for one in cells[1:-1]]
    same(f"theme-by-scenario of {name}", shown, {one: list(by_scenario[one].values()) for one in themes})

for fault in faults:
    print(fault, file=sys.stderr)
print(f"{len(sessions)} sessions, {len(everything)} contributions: {len(faults)} differences")
sys.exit(bool(faults))
