"""Annotated facts as labels of pieces.

A window is a dict: `ids` (piece ids), `of` (start and end of each piece in Unicode scalars), and
what the reader's layers say: `counts` (start, end, low, high of each quantity of the report) and
`victims` (start, end of each word for people). All label arrays are per piece of a window.
"""

import re

import numpy as np

KINDS = ["violence", "toll", "meeting", "statement", "truce", "commitment"]
# A role is sought for every clause: which pieces of the window name it.
ROLES = ["actor", "target", "place", "speaker", "addressee", "who", "participants", "parties", "side"]
ROLE_KEYS = {
    "violence": ["actor", "target", "place"],
    "toll": ["side", "place"],
    "meeting": ["participants", "place"],
    "statement": ["speaker", "addressee"],
    "truce": ["parties", "place"],
    "commitment": ["who"],
}
MODALITIES = "actual denied alleged planned called_for hypothetical".split()
# What a clause of a kind says: attribute, values.
ATTRIBUTES = [
    ("act", "violence", "act", "clash small_arms_fire sniper_fire shelling guided_missile air_strike barrel_bomb "
     "drone_strike explosive_device suicide_bombing chemical_attack grenade seizure_of_ground unidentified_explosion "
     "attack_on_civilians sexual_violence abduction arrest looting forced_displacement child_recruitment "
     "troop_movement fortification mine_laying aid_blocked siege utilities_cut monitor_denied attack_on_monitor "
     "other_force".split()),
    ("modality", "violence", "modality", MODALITIES),
    ("toll_modality", "toll", "modality", MODALITIES),
    ("truce_modality", "truce", "modality", MODALITIES),
    ("background", None, "background", [False, True]),
    ("outcome", "toll", "outcome", "killed injured missing detained abducted displaced".split()),
    ("victims", "toll", "victims", "civilian fighter police aid_worker journalist monitor leader mixed "
     "unspecified".split()),
    ("cumulative", "toll", "cumulative", [False, True]),
    ("form", "meeting", "form", "meeting visit call talks conference session".split()),
    ("status", "meeting", "status", "held ongoing planned proposed cancelled".split()),
    ("speech_act", "statement", "speech_act", "appeal accuse deny condemn warn threaten pledge propose announce "
     "support reject express_concern confirm other".split()),
    ("event", "truce", "event", "declared signed extended in_force violated at_risk collapsed called_for proposed "
     "accepted rejected negotiated renewed".split()),
    ("what", "commitment", "what", "meet brief deliver_aid withdraw release investigate cease_fire negotiate deploy "
     "sign other".split()),
    ("standing", "commitment", "status", "promised agreed proposed demanded".split()),
]
# Attributes that are not said are taken as these.
USUAL = {"modality": "actual", "background": False, "cumulative": False}


def cover(of, start, end):
    """Indices of the pieces that share a scalar with the range."""
    return [i for i, (x, y) in enumerate(of) if x < end and y > start and y > x]


def nearest(text, name, start, end):
    """Where a name stands nearest to a clause; before it rather than behind."""
    found = [m.start() for m in re.finditer(re.escape(name), text)]
    distance = lambda o: 0 if start <= o < end else (start - o if o < start else (o - end) * 1.5)
    return min(found, key=distance, default=None)


def number_of(fact, report, start, end):
    """The stretch that says a toll's number: the quantity of the same bounds, else the word for
    people of one person."""
    low, high = fact.get("low"), fact.get("high")
    inside = [c for c in report["counts"] if start <= c[0] and c[1] <= end]
    for c in inside:
        if (c[2], c[3]) == (low, high):
            return c[:2]
    for c in inside:
        if c[2] is not None and c[2] in (low, high, (low or 0) - 1):
            return c[:2]
    if low == 1 and high == 1:
        people = [v for v in report["victims"] if start <= v[0] and v[1] <= end]
        return people[0] if people else None
    return None


def clauses(report):
    """The facts with the stretch of their clause; of tolls with their number."""
    out = []
    for fact in report["facts"]:
        start = report["text"].find(fact["quote"])
        if start < 0 or fact["kind"] not in KINDS:
            continue
        end = start + len(fact["quote"])
        number = number_of(fact, report, start, end) if fact["kind"] == "toll" else None
        out.append((fact, start, end, number))
    return out


def label(report, window):
    """Adds to a window: `span` (kinds × pieces: 0 outside, 1 begin, 2 inside), `sure` (kinds ×
    pieces: 0 where the annotation leaves the place open), `value` (attribute → pieces: index or
    -1), `clauses` (kind, first and last piece, role → pieces that name it)."""
    of, n = window["of"], len(window["of"])
    first, last = of[0][0], of[-1][1]
    span, sure = np.zeros((len(KINDS), n), np.int8), np.ones((len(KINDS), n), np.float32)
    value = {name: np.full(n, -1, np.int8) for name, *_ in ATTRIBUTES}
    links = []
    for fact, start, end, number in clauses(report):
        shared = min(end, last) - max(start, first)
        if shared < 0.5 * (end - start):
            continue
        kind = KINDS.index(fact["kind"])
        whole = cover(of, start, end)
        if not whole:
            continue
        marked = whole
        if fact["kind"] == "toll":
            if number is None:
                sure[kind, whole] = 0
                marked = []
            else:
                marked = cover(of, *number)[:1]
        for i in marked:
            span[kind, i] = max(span[kind, i], 2)
        if marked:
            span[kind, marked[0]] = 1
        for name, of_kind, key, values in ATTRIBUTES:
            told = fact.get(key, USUAL.get(key))
            if of_kind in (None, fact["kind"]) and told in values:
                value[name][marked or whole] = values.index(told)
        roles = {}
        for role in ROLE_KEYS[fact["kind"]]:
            told = fact.get(role)
            pieces = set()
            for name in told if isinstance(told, list) else [told]:
                at = nearest(report["text"], name, start, end) if name else None
                if at is not None and at >= first and at + len(name) <= last:
                    pieces.update(cover(of, at, at + len(name)))
            roles[role] = sorted(pieces)
        links.append((kind, whole[0], whole[-1], roles))
    window.update(span=span, sure=sure, value=value, clauses=links)
