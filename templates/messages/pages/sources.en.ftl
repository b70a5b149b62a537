# Sources: the list, and one with its grades and reports.
w-sources-lead = Who reports to us, how far each can be relied on, whose words it repeats, and who has fallen silent.
w-sources-any = any
w-sources-show = Show
w-sources-down = { $down } of { $n } feeds do not answer. What they would tell is missing here; that is not calm.
w-sources-independence = original, not repeated
w-sources-own = { $own } of { $n }
w-sources-repeats = repeats:
w-sources-last = last heard
w-sources-first = first heard
w-sources-never = never
w-sources-feed-down = the feed does not answer
w-sources-silence = silence is not calm
w-sources-changed = { $n ->
    [one] regraded once
   *[other] regraded { $n } times
}
w-sources-protected-means = Protected: who stands behind it is kept apart, encrypted, and shown on no page.
w-sources-sealed = Only the keeper of its compartment can open it.
w-sources-reports = Its reports
w-sources-newest = newest first
w-sources-unread = { $n ->
    [one] { $n } sentence of harm not read
   *[other] { $n } sentences of harm not read
}
w-sources-history = Grades
w-sources-regrade = Change the grade
w-sources-regrade-means = A new grade counts from now on, for figures and corroboration; what was told under the former grade keeps its place in the history.
w-sources-origins = Whose words it repeats
w-sources-origins-lead = a copy never counts as corroboration
w-sources-scale = What letters and digits mean
w-sources-scale-note = Admiralty scale. Letter and digit are independent: a good source may tell something improbable, and a poor one something that others confirm.
w-sources-letter = The source
w-sources-digit = What it tells
w-sources-digit-none = not given
w-sources-grade-a = completely reliable
w-sources-grade-b = usually reliable
w-sources-grade-c = fairly reliable
w-sources-grade-d = not usually reliable
w-sources-grade-e = unreliable
w-sources-grade-f = cannot be judged yet
w-sources-digit-1 = confirmed by others
w-sources-digit-2 = probably true
w-sources-digit-3 = possibly true
w-sources-digit-4 = doubtful
w-sources-digit-5 = improbable
w-sources-digit-6 = cannot be judged
w-sources-comma = {", "}
