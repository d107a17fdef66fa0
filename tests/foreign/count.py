"""Holds a report against what the clients say they did.

    python3 count.py REPORT.json FACILITATOR.json PARTICIPANT.json...
"""

import json
import sys
from collections import Counter
from pathlib import Path

report, facilitator, *participants = [json.loads(Path(path).read_text("utf8")) for path in sys.argv[1:]]
kept = [tuple(one) for participant in participants for one in participant["kept"]]
counted = [(scenario, one) for scenario, one in kept if one not in facilitator["hidden"]]
faults = []


def same(what, found, done):
    if found != done:
        faults.append(f"{what}: the report says {found}, the clients did {done}")


[session] = report["sessions"]
same("participants", session["participants"], len({one["you"] for one in participants}))
same("contributions", session["contributions"], len(counted))
same("withdrawn", report["left_out"]["withdrawn"], sum(one["withdrawn"] for one in participants))
same("hidden", report["left_out"]["hidden"], len(facilitator["hidden"]))
same("parked", len(report["parking"]), sum(len({scenario for scenario, _ in one["kept"]}) for one in participants))
sorted_once = {one for participant in participants for one in participant["sorted"]}
same("sorted", report["agreement"]["sorted"], len(sorted_once & {one for _, one in counted}))
dots = sum((Counter(participant["dots"]) for participant in participants), Counter())
same("dots", {one["theme"]: one["dots"] for one in report["votes"]["themes"] if one["dots"]}, dict(dots))
placed = Counter((facilitator["placed"][one], scenario) for scenario, one in counted)
told = {
    (theme, scenario): count
    for theme, row in report["theme_by_scenario"].items()
    for scenario, count in row.items()
    if count
}
same("placed", told, dict(placed))
if not counted or not sorted_once or not dots:
    faults.append("the clients did nothing to speak of")
print("\n".join(faults) or f"{len(participants)} participants, {len(counted)} contributions: all there, once")
sys.exit(bool(faults))
