# What the pages of reports, the queue, follow-ups, tasks and intake say that is not in their templates.
w-work-read-rule = A rule of the reader found these words to say so.
w-work-read-person = A person added it; no reader found it.
w-work-field-count = how many
w-work-field-side = of which side
w-work-field-parties = whose truce
w-work-note-unread-harm = “{ $words }” speaks of harm or of a truce, and no claim was read.
w-work-note-unknown-place = No list of places holds “{ $words }”.
w-work-note-ambiguous-place = Several places are called “{ $words }”; none was chosen.
w-work-note-unresolved = What “{ $words }” means could not be settled.
w-work-note-unread-language = No reader knows this language: the words stand, and nothing was read in them.
w-work-note-cut = The text is longer than a reader takes; what comes after was not read.
w-work-why-confirm-1 = The words say so
w-work-why-confirm-2 = Checked against the whole text
w-work-why-refuse-1 = The words do not say so
w-work-why-refuse-2 = It tells of another time
w-work-why-refuse-3 = It repeats another claim
w-work-why-refuse-4 = It tells of something else
w-work-why-correct-1 = The words say otherwise
w-work-why-add-1 = It was not read
w-work-why-none-1 = The words claim nothing
w-work-why-name-1 = Known to the mission
w-work-why-ask-1 = Needed to settle it
w-work-why-done-1 = A report tells it
w-work-why-done-2 = The parties confirm it
w-work-why-partly-1 = A part of it is told
w-work-why-slip-1 = A later date was told
w-work-why-drop-1 = Withdrawn
w-work-why-drop-2 = Superseded by another
w-work-why-drop-3 = No promise
w-work-waits = { $n ->
    [0] came today
    [one] waits { $n } day
   *[other] waits { $n } days
}
w-work-here-toll = a figure of casualties that nobody has confirmed
w-work-here-act = an act of violence that nobody has confirmed
w-work-here-word = a claim that nobody has looked at
w-work-here-unsure = the reader itself is unsure of it
w-work-here-pair = alike in { $parts }
w-work-here-figures = independent origins give figures that do not meet
w-work-here-contested = independent origins contradict each other
w-work-here-judgement = a person’s confirmation would make it more than possible
w-work-here-unverifiable = somebody asked, and it is still open
w-work-contested = contested: no value is shown
w-work-found-open = No verdict can be given with what is told so far.
w-work-name = A place called “{ $name }”
w-work-last = Your last: { $what }
w-work-none-asked = Does this claim anything: “{ $words }”?
w-work-left-open = Left open. The question stands under your tasks.
