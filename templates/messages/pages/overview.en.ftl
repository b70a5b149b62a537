# The overview.
w-overview-title = The truce, area by area
w-overview-lead = Collapsed in { $collapsed }, strained in { $strained }, holding in { $holding }; too little is known of { $untold }, and { $uncovered } are not covered. There is no one state of the country.
w-overview-comma = ,
w-overview-no-areas = The agreement that is followed names no areas, or none is followed.
w-overview-sources-down = { $down } of { $of } sources have not been heard since two days: what follows may miss what they would tell.
w-overview-areas-lead = worst first
w-overview-week = 7 days against the 7 before
w-overview-deaths = Deaths in 7 days
w-overview-sources = Independent sources
w-overview-spark = Events a day in { $area } over 28 days
w-overview-trend-up = rising
w-overview-trend-down = falling
w-overview-trend-level = about the same
w-overview-against = { $last } events, before { $before }
w-overview-silent = silence, not calm
w-overview-counted = counts: { $n } of 7 days
w-overview-why = Why this state
w-overview-counted-head = What was counted
w-overview-left-out = What was left out
w-overview-left-other = { $n ->
    [one] { $n } event of another war, between others than the parties of the agreement
   *[other] { $n } events of another war, between others than the parties of the agreement
}
w-overview-left-unconfirmed = { $n ->
    [one] { $n } incident that no person has confirmed: it may alert, and never makes an area collapsed alone
   *[other] { $n } incidents that no person has confirmed: they may alert, and never make an area collapsed alone
}
w-overview-would-change = What would change it
w-overview-reviewed = { $n ->
    [0] It rests on counts alone, on no claim of a report.
    [one] { $confirmed } of the { $n } claim that it rests on is confirmed by a person.
   *[other] { $confirmed } of the { $n } claims that it rests on are confirmed by a person.
}
w-overview-whole = the whole area
w-overview-warnings = Outlook
w-overview-warnings-lead = nine in ten outcomes, one in two, and the median
w-overview-no-warnings = No area can be looked ahead for: too little is counted.
w-overview-warning = { $low } to { $high } events between the parties in the next { $days } days (90 %), as likely more than { $median } as fewer.
w-overview-chance = Chance of more than in the last week: { $chance }.
w-overview-drivers = Driven by
w-overview-due = Due next
w-overview-due-lead = overdue { $overdue }, without a date { $undated }
w-overview-no-due = Nothing promised is open.
w-overview-all-followups = { $n ->
    [one] The one follow-up that is open
   *[other] All { $n } follow-ups that are open
}
w-overview-ribbon = Day by day
