# The page of one area.
w-area-before = { $n } in the 7 days before
w-area-ratio-means = 1.00 is the daily rate before the truce
w-area-deaths-means = in all events, those of other wars too
w-area-patrols = patrols: quiet { $quiet }, refused { $refused }
w-area-why = Why this state
w-area-levels = How sure that is
w-area-level = Level by all days of the truce: { $ratio } times that before it (90 %: { $low } to { $high })
w-area-nothing-changes = Nothing is known that would change it.
w-area-nothing-left = Nothing was left out.
w-area-questions = Questions that are open here
w-area-answered = answered
w-area-rules = Rules { $version }
w-area-derivation = The derivation, down to sentence and hash
w-area-drivers = Incidents that it rests on
w-area-all-incidents = { $n ->
    [one] The one incident of this area
   *[other] All { $n } incidents of this area
}
w-area-no-drivers = No incident was read from the reports of these days.
w-area-course = The course
w-area-course-lead = state by day, alarm and outlook; time runs from left to right
w-area-compliance = Other terms
w-area-compliance-lead = beside the state, never blended into it
w-area-no-compliance = The agreement has no other terms that are kept here.
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
w-area-left-unconfirmed-why = may alert, never makes an area collapsed alone
w-area-left-totals = { $n ->
    [one] { $n } running total
   *[other] { $n } running totals
}
w-area-left-totals-why = totals over a period are never added to incidents
