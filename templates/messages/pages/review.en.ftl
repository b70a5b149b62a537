# The review queue.
w-review-title = What needs a person
w-review-lead = A machine’s reading may alert and suggest. Here it becomes somebody’s word, or is put right.
w-review-tabs = Parts of the queue
w-review-new = New
w-review-duplicates = Perhaps the same
w-review-conflicts = Conflicts
w-review-low-confidence = Low confidence
w-review-unread = Harm, nothing read
w-review-names = Unknown names
w-review-judgements = Judgements
w-review-unverifiable = Unverifiable
w-review-tab-new = Claims that nobody has looked at yet. Figures of casualties are confirmed one by one.
w-review-tab-duplicates = Two incidents that may be one. Nothing is lost by either answer: each can be undone.
w-review-tab-conflicts = Sources that contradict each other. All of it stays; what is shown is chosen by a rule.
w-review-tab-low-confidence = Claims that the reader itself is unsure of.
w-review-tab-unread = Sentences with words of harm or of a truce in which nothing was read. Either they claim something, or they do not: somebody has to look.
w-review-tab-names = Names that no list of places holds. They are never guessed; what you teach here is known from then on.
w-review-tab-judgements = Verdicts that a person’s confirmation would change.
w-review-tab-unverifiable = Incidents that wait for something nobody may ever be able to show.
w-review-order = The heaviest first: harm told, by how long it has waited.
w-review-any = any
w-review-narrow = Narrow
w-review-why = Why it is here:
w-review-weight = harm by age: { $weight } of the heaviest
w-review-score = Likeness { $score }
w-review-copies = { $n ->
    [one] Decided with it: { $n } copy of the same origin
   *[other] Decided with it: { $n } copies of the same origin
}
w-review-claimant = Who says so
w-review-open-incident = Open the incident
w-review-ask = Ask somebody
w-review-tried = What was tried
w-review-name-seen = { $n ->
    [one] in { $n } report
   *[other] in { $n } reports
}
w-review-name-means = “{ $name }” is
w-review-name-leave = nobody here knows: ask, and leave it open
w-review-name-note = Known from now on, in every report, old and new.
w-review-name-do = Teach it
w-review-name-new = It is on no list: add a place
w-review-unread-add = Add what it claims
w-review-unread-none = It claims nothing
w-review-key-move = next, previous
w-review-key-open = open
w-review-empty = Nothing waits here.
w-review-empty-more = That says nothing about calm: it says that everything received so far has been looked at.
