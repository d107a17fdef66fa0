"""Reads what the suite found, and fails on what should not be so: `judge.py INDEX.json...`

A text of 64 KiB is refused here with 1009, as it should be: a client of halte may say 16 KiB (CONTRACT.md, chapter 5).
"""

import json
import sys
from collections import Counter
from pathlib import Path

LONG = {"1.1.6", "1.1.7", "1.1.8", "1.2.6", "1.2.7", "1.2.8", "10.1.1"}
GOOD = {"OK", "NON-STRICT", "INFORMATIONAL"}
LEAST = 240
is_bad = False
for path in sys.argv[1:]:
    [(agent, cases)] = json.loads(Path(path).read_text("utf8")).items()
    verdicts = Counter()
    for name, case in sorted(cases.items()):
        verdict = case["behavior"]
        if name in LONG and case["remoteCloseCode"] == 1009:
            verdict = "TOO LONG FOR HALTE"
        elif not {verdict, case["behaviorClose"]} <= GOOD:
            is_bad = True
            print(f"{agent}: case {name}: {verdict}, its end {case['behaviorClose']}: {case['remoteCloseCode']}")
        verdicts[verdict] += 1
    if len(cases) < LEAST:
        is_bad = True
        print(f"{agent}: only {len(cases)} cases were tried")
    print(f"{agent}: {len(cases)} cases, " + ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
sys.exit(is_bad)
