# The page of one area.
w-area-before = { $n } in the 7 days before
w-area-ratio-means = 1.00 is the daily rate before the truce
w-area-deaths-means = in all events counted, other wars included
w-area-patrols = patrols that saw nothing: { $quiet }, refused: { $refused }
w-area-why = Why this state
w-area-levels = How certain this is
w-area-level = Violence over all days of the truce: { $ratio } times the level before it (90 %: { $low } to { $high })
w-area-nothing-changes = Nothing is known that could change it.
w-area-nothing-left = Nothing was left out.
w-area-questions = Open questions here
w-area-answered = answered
w-area-rules = Rules { $version }
w-area-derivation = The whole derivation, down to sentence and hash
w-area-drivers = Incidents this state rests on
w-area-all-incidents = { $n ->
    [one] The one incident of this area
   *[other] All { $n } incidents of this area
}
w-area-no-drivers = No incident was read from the reports of these days.
w-area-course = The course
w-area-course-lead = state by day, alarm and outlook; time runs from left to right
w-area-compliance = Other obligations
w-area-compliance-lead = shown beside the state, never part of it
w-area-no-compliance = The agreement has no other obligations that are followed here.
w-area-windows-lead = as each announcer tells them
w-area-no-windows = No local regime was announced here.
w-area-beside = Other counts, never added
w-area-left-other = { $n ->
    [one] { $n } event of another war
   *[other] { $n } events of another war
}
w-area-left-other-why = the agreement’s parties do not fight each other in it
w-area-left-unconfirmed = { $n ->
    [one] { $n } incident not confirmed by a person
   *[other] { $n } incidents not confirmed by a person
}
w-area-left-unconfirmed-why = they can raise an alert, but alone they never make an area collapsed
w-area-left-totals = { $n ->
    [one] { $n } running total
   *[other] { $n } running totals
}
w-area-left-totals-why = totals over a period are never added to the tolls of incidents
