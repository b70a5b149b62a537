# The list of incidents.
w-incidents-title = Incidents
w-incidents-saved = Saved searches
w-incidents-fresh = { $n } new
w-incidents-new = new
w-incidents-views = How the result is shown
w-incidents-view-table = Table
w-incidents-view-cards = Cards
w-incidents-view-map = Map
w-incidents-view-timeline = Timeline
w-incidents-filters = Filters
w-incidents-drop = remove this filter
w-incidents-clear = All incidents
w-incidents-none = No incident matches this as of { $moment }.
w-incidents-none-more = This describes what was read in reports, not what happened. Remove a filter, or look at the words of harm that nothing was read from.
w-incidents-denied = denied
w-incidents-case = case: { $stage }
w-incidents-no-toll = no casualties reported
w-incidents-map-note = Each incident is drawn as widely as its place is known: a circle for a settlement, the whole area for a governorate, never a pin for either.
w-incidents-map-coarse = { $n ->
    [one] Of one of them only the area is known.
   *[other] Of { $n } of them only the area is known.
}
w-incidents-timeline = Incidents a day, by judgement
w-incidents-other-verdicts = other judgements, or none
w-incidents-export = The same result as
w-incidents-sort = Order
w-incidents-from = From
w-incidents-to = To
w-incidents-apply = Show
w-incidents-save = Save this search
w-incidents-save-name = Name
w-incidents-save-do = Save
w-incidents-digest = Tell me what is new in it every morning
w-incidents-f-words = Words, names, ids
w-incidents-f-area = Area
w-incidents-f-place = Place
w-incidents-f-days = Days
w-incidents-f-act = Act
w-incidents-f-actor = Actor
w-incidents-f-target = Target
w-incidents-f-deaths = Deaths, at least
w-incidents-f-corroboration = Corroboration
w-incidents-f-verdict = Verdict
w-incidents-f-term = Term of the agreement
w-incidents-f-reviewed = Reviewed
w-incidents-f-source = Source
w-incidents-f-origins = Independent origins, at least
w-incidents-f-case = Case
w-incidents-f-denied = Denied
w-incidents-f-questions = Open questions
w-incidents-sort-harm = by deaths
w-incidents-sort-new = newest first
w-incidents-sort-day = by day
w-incidents-any = any
w-incidents-timeline-day = Incidents by day and judgement
w-incidents-timeline-week = Incidents by week and judgement
w-incidents-timeline-month = Incidents by month and judgement
w-incidents-timeline-most = { $n ->
    [one] tallest column: { $n } incident
   *[other] tallest column: { $n } incidents
}
w-incidents-timeline-how = Each column links to its incidents; time runs from left to right.
w-incidents-timeline-drag = Drag across columns to choose a period, or press Shift with the arrow keys, then Enter.
w-incidents-timeline-context = Pale columns lie outside the chosen period.
w-incidents-picked = Chosen:
w-incidents-unread = Words of harm that nothing was read from
