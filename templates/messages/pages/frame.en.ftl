# The frame of every page, and the pieces that several pages share.
w-frame-product = hudna
w-frame-nav = Sections
w-frame-menu = Menu
w-frame-skip = To the content
w-frame-find = Find
w-frame-find-label = Find anything
w-frame-find-hint = Place, id, name or words
w-frame-waiting-here = waiting:
w-frame-sign-in = Sign in
w-frame-sign-out = Sign out
w-frame-guest = guest of the example
w-frame-tasks = My tasks
w-frame-settings = Settings
w-frame-keys = Keyboard
w-frame-mode-read-only = Read only.
w-frame-mode-read-only-means = Everything can be read; nothing can be entered until an administrator opens the desk again.
w-frame-mode-closed = Closed.
w-frame-mode-closed-means = Only administrators can work here at present.
w-frame-example-short = This is an example and partly constructed. What that means
w-frame-undo = Undo
w-frame-undone = undone by #{ $entry }
w-frame-waiting = { $n ->
    [one] { $n } entry is in the ledger but not yet worked into what is shown here.
   *[other] { $n } entries are in the ledger but not yet worked into what is shown here.
}
w-frame-head = { $size ->
    [one] Ledger: { $size } entry, head
   *[other] Ledger: { $size } entries, head
}
w-frame-rules = Rules
w-frame-api = API
w-frame-thin = thin data
w-frame-thin-means = Few data: under ten events before the truce, days not counted, or no report in seven days
w-frame-grade = grade { $grade }
w-frame-to-sentence = to the sentence that says it
w-frame-low-high = lowest and highest figure told
w-frame-pages = Pages
w-frame-shown-from = { $from } to { $to } of { $total } shown
w-frame-shown-all = { $n ->
    [0] none
    [one] the one there is, shown
   *[other] all { $n } shown
}
w-frame-prev = Previous
w-frame-next = Next
w-frame-required = (needed)
w-frame-reason = Reason
w-frame-reason-own = in my own words
w-frame-reason-line = In one line
w-frame-machine-gloss = machine’s gloss
w-frame-group-situation = Situation
w-frame-group-work = Work
w-frame-group-registers = Registers
w-frame-group-proof = Proof
w-frame-nav-overview = Overview
w-frame-nav-changes = Changes
w-frame-nav-incidents = Incidents
w-frame-nav-reports = Reports
w-frame-nav-submit = Submit a report
w-frame-nav-review = Review
w-frame-nav-tasks = My tasks
w-frame-nav-followups = Follow-ups
w-frame-nav-cases = Cases
w-frame-nav-agreements = Agreements
w-frame-nav-sources = Sources
w-frame-nav-places = Places
w-frame-nav-parties = Parties
w-frame-nav-briefs = Briefs
w-frame-nav-ledger = Ledger
w-frame-nav-people = People
w-frame-role-public = the public
w-frame-role-monitor = monitor
w-frame-role-analyst = analyst
w-frame-role-reviewer = reviewer
w-frame-role-party = party
w-frame-role-co-chair = co-chair
w-frame-role-envoy = envoy’s office
w-frame-role-source-keeper = source keeper
w-frame-role-administrator = administrator
