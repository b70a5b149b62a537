# The page of one incident.
w-incident-unconfirmed = not confirmed by a person
w-incident-not-told = not told
w-incident-how = how this figure was chosen
w-incident-told-by = Reported by
w-incident-in-reports = { $n ->
    [one] in { $n } report
   *[other] in { $n } reports
}
w-incident-parts = Parts of this page
w-incident-claims = What is claimed
w-incident-claims-lead = one column for each independent origin; copies stand under the origin that they repeat
w-incident-field = Field
w-incident-shown = Shown
w-incident-prints = { $n ->
    [one] one report
   *[other] { $n } reports, one origin
}
w-incident-copy = copy
w-incident-repeated = { $n ->
    [one] said once more
   *[other] said { $n } more times
}
w-incident-tolls = The toll
w-incident-tolls-lead = every figure is kept; the one shown is chosen by a rule and is never an average
w-incident-figures = { $n ->
    [one] The one figure given
   *[other] All { $n } figures given
}
w-incident-figure = Figure
w-incident-superseded = replaced by a later figure of the same origin
w-incident-subset = part of a larger figure
w-incident-counts = counts
w-incident-judgement = Judgement
w-incident-judgement-lead = against the terms of the agreement
w-incident-no-judgement = No term of the agreement has been applied to it.
w-incident-settles = What would settle it
w-incident-ask = Ask
w-incident-trace = { $n ->
    [one] The one step of reasoning
   *[other] The { $n } steps of reasoning
}
w-incident-stands = Rules { $version }.
w-incident-by-person = Rests on what a person confirmed.
w-incident-by-machine = Rests on a machine’s reading: it may alert and suggest, but is no finding.
w-incident-find = Record what was established, or an exception pleaded
w-incident-found = What was established
w-incident-plea = Exception pleaded
w-incident-plea-by = By
w-incident-enter = Record
w-incident-case = Case
w-incident-no-case = No case is open on this incident.
w-incident-open-case = Open a case
w-incident-questions = Questions
w-incident-no-questions = No question is open.
w-incident-answered = answered
w-incident-ask-own = Ask something else
w-incident-links = The same incident?
w-incident-links-lead = suggestions, until a person decides
w-incident-no-links = No other incident is close enough to be the same.
w-incident-same = The same
w-incident-part-of = Part of it
w-incident-different = Different
w-incident-unsure = Cannot tell
w-incident-part = Split this incident in two
w-incident-part-lead = Choose one claim that stays and one that leaves: they are recorded as telling of different incidents, and every other claim goes with the one it is closer to.
w-incident-stays = Stays
w-incident-goes = Leaves
w-incident-part-do = Split
w-incident-feed = What changed
w-incident-feed-lead = newest first
w-incident-proof = Ledger proof
w-incident-proof-lead = { $size ->
    [one] All of this stands in a ledger of { $size } entry with this root:
   *[other] All of this stands in a ledger of { $size } entries with this root:
}
w-incident-entries = { $n ->
    [one] The one entry it rests on
   *[other] The { $n } entries it rests on
}
w-incident-verify = To check it without trusting this desk:
w-incident-sideways = { $n ->
    [one] One independent origin.
   *[other] { $n } independent origins; scroll the table sideways to see them all.
}
w-incident-more-links = { $n ->
    [one] One more, less likely
   *[other] { $n } more, less likely
}
