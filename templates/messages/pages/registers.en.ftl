# What registers, derivations and searches say beside their own topics.
w-registers-seen = Marked as seen; what comes later is told next time.
w-registers-told = told
w-why-kind-origin = origin
w-why-kind-question = question
w-why-kind-patrol = patrol
w-why-kind-ledger = ledger
w-why-kind-cite = cited
w-why-kind-reading = reading
w-why-running = Running total of the truce
w-why-above = stands above in full
w-why-refused = refused by a person
w-why-lines = lines { $lines }
w-search-kind-area = area
w-search-kind-incident = incident
w-search-kind-follow-up = promise
w-search-kind-case = case
w-search-kind-report = report
w-search-kind-term = term of the agreement
w-search-kind-place = place
w-search-kind-party = party
w-search-kind-source = source
w-search-kind-question = question
w-search-kind-claim = claim
w-search-kind-toll = toll
w-search-kind-ledger = entry of the ledger
w-registers-membership-undetermined = Where the text does not say whether somebody is bound, judgements stay undetermined.
w-registers-membership-presumed-bound = Who is not named is taken to be bound.
w-registers-membership-presumed-outside = Who is not named is taken not to be bound.
w-registers-settlements = in towns and villages
w-registers-differ = The announcers differ on when it begins or ends.
w-registers-area-zone = zone
w-registers-area-line = line
w-registers-area-band = distance
w-registers-area-protected = protected place
w-registers-unsure = known to within { $km } km
w-registers-silent = { $n ->
    [one] no report for one day
   *[other] no report for { $n } days
}
w-registers-grade-why-1 = What it told held true
w-registers-grade-why-2 = What it told did not hold
w-registers-grade-why-3 = Repeats others without saying so
w-registers-places-source = from public lists, with their licences, and from this mission’s own entries
w-registers-parties-source = from the data of this release, and from this mission’s own entries
w-registers-same-name = has this name
w-registers-shares-word = shares a word with it
w-registers-taught = Saved as entry #{ $entry }; reports that use the name were read again.
w-registers-choose = Choose what the name stands for.
w-registers-nobody = Nothing here is called { $name }. Try another spelling, or its id.
w-registers-several = Several bear the name { $name }. Choose the one that is meant, or give its id.
w-registers-position = Give latitude and longitude both, as degrees: 36.2 and 37.1; or leave both empty.
w-registers-left = { $n ->
    [one] one day left
   *[other] { $n } days left
}
w-registers-case-why-1 = As the procedure lays down
w-registers-case-why-2 = At the request of the co-chairs
w-registers-second-person = A second, different person has not stood by it yet.
w-registers-key-missing = Neither the key nor the dissent of { $name } is in yet.
w-ledger-kind-person = person and role
w-ledger-kind-mode = mode of the desk
w-ledger-kind-added = claim added
