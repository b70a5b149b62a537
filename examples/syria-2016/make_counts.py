#!/usr/bin/env python3
"""Makes counts.csv of this example from the UCDP Georeferenced Event Dataset.

    python3 make_counts.py ged_syria.csv.gz [counts.csv]

Input: the GED's rows for Syria, gzipped or plain CSV, with the columns type_of_violence,
dyad_name, adm_1, date_start, date_end and best, under these names. The Python standard library
is enough.

Output: one row for every area and every day from 2016-01-01 to 2016-06-30, days without an
event too (zero says "the source has no event", not "it was calm"), with the columns

    area                    id of the governorate in data/places
    date                    ISO day
    events_between_parties  events of state-based conflict (type 1) in the dyad "Government of
                            Syria - Syrian insurgents": the two sides that the truce binds
    events_other            every other event: the war against the Islamic State, fighting among
                            groups, violence against civilians, strikes by other states
    deaths_best             best estimate of deaths, of all events

An event of several days is spread evenly over its days; days outside the half-year are cut.
Fractions are rounded to four decimals. Events without a governorate cannot be given to an area:
they are left out and counted on standard output, and story.toml says so too.
"""

import collections
import csv
import datetime
import gzip
import sys

FIRST = datetime.date(2016, 1, 1)
LAST = datetime.date(2016, 6, 30)
PARTIES = "Government of Syria - Syrian insurgents"
STATE_BASED = "1"
AREAS = {
    "Aleppo Governorate": "sy-aleppo",
    "Idlib Governorate": "sy-idlib",
    "Latakia Governorate": "sy-latakia",
    "Hamah Governorate": "sy-hama",
    "Homs Governorate": "sy-homs",
    "Damascus Governorate": "sy-damascus",
    "Rif Dimashq Governorate": "sy-rif-dimashq",
    "Daraa Governorate": "sy-daraa",
    "Deir ez Zor Governorate": "sy-deir-ez-zor",
    "Al Hasakah Governorate": "sy-hasakah",
    "Ar Raqqah Governorate": "sy-raqqa",
    "Quneitra Governorate": "sy-quneitra",
    "As Suwayda Governorate": "sy-suwayda",
    "Tartus Governorate": "sy-tartus",
}


def read_rows(path):
    """Yields the rows of the file as dictionaries; gzip is known by the file's name."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def days_of(row):
    """The days of an event, first and last included."""
    start = datetime.date.fromisoformat(row["date_start"][:10])
    end = datetime.date.fromisoformat(row["date_end"][:10])
    if end < start:
        raise ValueError(f"event {row['id']} ends before it starts")
    return [start + datetime.timedelta(days=n) for n in range((end - start).days + 1)]


def column_of(row):
    """Which of the two event columns an event belongs to."""
    between = row["type_of_violence"] == STATE_BASED and row["dyad_name"] == PARTIES
    return "between" if between else "other"


def left_out(row, reaches_outside, told):
    """Counts an event without a governorate, with its deaths, and whether it fits the half-year."""
    told["without a governorate: left out"] += 1
    told[f"... of them in the column {column_of(row)}"] += 1
    span = "reaching outside the half-year" if reaches_outside else "inside the half-year"
    told[f"... of them {span}"] += 1
    told[f"... best deaths of those {span}"] += int(row["best"])


def tally(rows):
    """Sums events and deaths by (area, day, column) and counts what was met on the way."""
    sums = collections.defaultdict(float)
    told = collections.Counter()
    for row in rows:
        days = days_of(row)
        inside = [day for day in days if FIRST <= day <= LAST]
        if not inside:
            continue
        told["events"] += 1
        told["of several days"] += len(days) > 1
        told["reaching outside the half-year"] += len(inside) < len(days)
        if not row["adm_1"]:
            left_out(row, len(inside) < len(days), told)
            continue
        area = AREAS[row["adm_1"]]
        for day in inside:
            sums[area, day, column_of(row)] += 1 / len(days)
            sums[area, day, "deaths"] += int(row["best"]) / len(days)
    return sums, told


def plain(value):
    """Four decimals at most, no trailing zeros."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def write(sums, path):
    """Writes every area and day in the order of AREAS and of time; returns the number of rows."""
    days = [FIRST + datetime.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["area", "date", "events_between_parties", "events_other", "deaths_best"])
        for area in AREAS.values():
            for day in days:
                cells = [plain(sums[area, day, c]) for c in ("between", "other", "deaths")]
                out.writerow([area, day.isoformat(), *cells])
    return len(days) * len(AREAS)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sums, told = tally(read_rows(sys.argv[1]))
    rows = write(sums, sys.argv[2] if len(sys.argv) == 3 else "counts.csv")
    for what, number in told.items():
        print(f"{number:6} {what}")
    print(f"{rows:6} rows written, {FIRST} to {LAST}")


if __name__ == "__main__":
    main()
