# Briefs: the list, and composing one.
w-briefs-lead = What goes into the room, in Arabic and English, with what each sentence rests on.
w-briefs-sentences = { $n ->
    [one] { $n } sentence
   *[other] { $n } sentences
}
w-briefs-parts = Sections of the brief
w-briefs-locked = Both languages are written from the same facts, sentence by sentence; neither is a translation of the other.
w-briefs-sourceless = without a source: cannot be frozen
w-briefs-was = was { $was }, now { $now }
w-briefs-cites = { $n ->
    [one] rests on one reference
   *[other] rests on { $n } references
}
w-briefs-compose = Compose
w-briefs-write = Write as of this time
w-briefs-preview = As it would be printed
w-briefs-freeze = Freeze
w-briefs-freeze-do = Freeze this brief
w-briefs-no-freeze = This desk cannot freeze a brief yet.
w-briefs-no-freeze-more = { $size ->
    [one] What is here follows from a ledger of { $size } entry and is written the same again from it; its root:
   *[other] What is here follows from a ledger of { $size } entries and is written the same again from them; their root:
}
w-briefs-missing = What is not here yet
w-briefs-missing-pdf = a frozen PDF, byte for byte the same for the same input
w-briefs-missing-edit = choosing and ordering sentences by hand, and sentences of one’s own with sources
w-briefs-missing-live = figures in the text that say “was 62, now 64”
w-briefs-missing-key = the second key that freezing needs
w-briefs-list = Briefs
w-briefs-none = No brief is kept yet.
w-briefs-frozen = frozen
w-briefs-overtaken = { $n ->
    [one] one figure has changed since
   *[other] { $n } figures have changed since
}
