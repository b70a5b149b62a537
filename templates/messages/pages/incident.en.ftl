# The page of one incident.
w-incident-unconfirmed = not confirmed by a person
w-incident-not-told = not told
w-incident-how = how this figure comes about
w-incident-told-by = Told by
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
    [one] repeated in one more report
   *[other] repeated in { $n } more reports
}
w-incident-tolls = The toll
w-incident-tolls-lead = each figure is kept; what is shown is chosen by a rule and never an average
w-incident-figures = { $n ->
    [one] The one figure told
   *[other] All { $n } figures told
}
w-incident-figure = Figure
w-incident-superseded = replaced by a later figure of the same origin
w-incident-subset = part of a larger figure
w-incident-counts = counts
w-incident-judgement = Judgement
w-incident-judgement-lead = against the terms of the agreement
w-incident-no-judgement = Nothing in the agreement has been tried on it.
w-incident-settles = What would settle it
w-incident-ask = Ask
w-incident-trace = { $n ->
    [one] The one step of the reasoning
   *[other] The { $n } steps of the reasoning
}
w-incident-stands = Rules { $version }.
w-incident-by-person = Stands on what a person confirmed.
w-incident-by-machine = Stands on what a machine read: it may alert and suggest, and is no finding.
w-incident-find = Enter what was found, or an exception that is pleaded
w-incident-found = What was found
w-incident-plea = Exception pleaded
w-incident-plea-by = By
w-incident-enter = Enter
w-incident-case = Case
w-incident-no-case = No case is open on this incident.
w-incident-open-case = Open a case
w-incident-questions = Questions
w-incident-no-questions = No question is open.
w-incident-answered = answered
w-incident-ask-own = Ask something else
w-incident-links = The same incident?
w-incident-links-lead = suggestions, until a person decides
w-incident-no-links = No other incident is near enough to be the same.
w-incident-same = The same
w-incident-part-of = Part of it
w-incident-different = Different
w-incident-unsure = Nobody can tell
w-incident-part = Part this incident in two
w-incident-part-lead = Choose one claim that stays and one that goes: they are entered as different incidents, and every other claim goes where it belongs more.
w-incident-stays = Stays
w-incident-goes = Goes
w-incident-part-do = Part them
w-incident-feed = What changed
w-incident-feed-lead = newest first
w-incident-proof = Ledger proof
w-incident-proof-lead = { $size ->
    [one] All of this stands in a ledger of { $size } entry with this root:
   *[other] All of this stands in a ledger of { $size } entries with this root:
}
w-incident-entries = { $n ->
    [one] The one entry that it rests on
   *[other] The { $n } entries that it rests on
}
w-incident-verify = To check it without trusting this desk:
