# The overview.
w-overview-title = The truce, area by area
w-overview-lead = Collapsed in { $collapsed ->
    [one] one area
   *[other] { $collapsed } areas
}, strained in { $strained }, holding in { $holding }; too little is known to tell in { $untold }, and { $uncovered ->
    [one] one is not covered
   *[other] { $uncovered } are not covered
}. No single state holds for the whole country.
w-overview-comma = ,
w-overview-no-areas = The agreement followed here names no areas, or no agreement is followed.
w-overview-sources-down = { $down } of { $of } sources have not been heard from for two days: what they would have told is missing below.
w-overview-areas-lead = worst first
w-overview-week = 7 days against the 7 before
w-overview-deaths = Deaths in 7 days
w-overview-sources = Independent sources
w-overview-spark = Events by day in { $area }, last 28 days
w-overview-trend-up = rising
w-overview-trend-down = falling
w-overview-trend-level = about the same
w-overview-against = { $last } events; { $before } in the 7 days before
w-overview-silent = silence, not calm
w-overview-counted = { $n } of 7 days counted
w-overview-why = Why this state
w-overview-counted-head = What was counted
w-overview-left-out = What was left out
w-overview-left-other = { $n ->
    [one] { $n } event of another war, between others than the parties to the agreement
   *[other] { $n } events of another war, between others than the parties to the agreement
}
w-overview-left-unconfirmed = { $n ->
    [one] { $n } incident that no person has confirmed: it can raise an alert, but alone it never makes an area collapsed
   *[other] { $n } incidents that no person has confirmed: they can raise an alert, but alone they never make an area collapsed
}
w-overview-would-change = What would change it
w-overview-reviewed = { $n ->
    [0] It rests on counts alone, not on any claim in a report.
    [one] It rests on one claim; confirmed by a person: { $confirmed }.
   *[other] It rests on { $n } claims; confirmed by a person: { $confirmed }.
}
w-overview-whole = the area’s page
w-overview-warnings = Outlook
w-overview-warnings-lead = pale: nine in ten outcomes; dark: one in two; bar: the median
w-overview-no-warnings = No alarm is up in any area, or too little is counted to look ahead.
w-overview-warning = In the next { $days } days, { $low } to { $high } events between the parties (90 %); as likely above { $median } as below.
w-overview-chance = Chance of more than in the last 7 days: { $chance }.
w-overview-drivers = Driven by
w-overview-due = Due next
w-overview-due-lead = { $overdue } overdue, { $undated } without a date
w-overview-no-due = No promise is open.
w-overview-all-followups = { $n ->
    [one] The one open follow-up
   *[other] All { $n } open follow-ups
}
w-overview-ribbon = Day by day
w-overview-deaths-mean = those killed in every event the counts hold, other wars included, which the truce does not cover. Where no days are counted, those told of in the incidents that the state rests on. Deaths can therefore be many where the parties’ events are few.
w-overview-deaths-counts = in all events
w-overview-deaths-incidents = in our incidents only
w-overview-map-signs = A dot is an incident at that spot, a number how many; a ring: people were killed in one of them; a dashed circle: somewhere within it.
w-overview-more-names = { $n ->
    [one] and one more
   *[other] and { $n } more
}
w-overview-to-timeline = Incidents of { $area } on the timeline
w-overview-course = State of the truce in { $area }, day by day
w-overview-rest = { $n ->
    [one] One more area
   *[other] The other { $n } areas
}
w-overview-all-full = Show all { $n } areas in full
w-overview-events = Events: before → last
w-overview-rest-means = Events between the parties in the 7 days before and in the last 7 days; then deaths and reports of the last 7 days. No reports means silence, not calm.
w-overview-over-time = Incidents over time
w-overview-timeline = Incidents on the timeline
w-overview-map-list = The list explains colours and letters.
