# The page of one report, and the pieces for deciding on claims.
w-report-copies = { $n ->
    [one] one origin with { $n } more report
   *[other] one origin with { $n } more reports
}
w-report-where = where it was published
w-report-language = Language
w-report-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
w-report-hash = SHA-256 of what was received
w-report-bytes = as received, byte for byte
w-report-text = The text
w-report-text-lead = each number stands at the words of a claim
w-report-claims-lead = what a machine read, until a person decides
w-report-no-claims = Nothing in this text was read as a claim.
w-report-no-claims-next = That does not mean that it claims nothing: look at the notes, and add what was missed.
w-report-show = Claim { $n }: show its words
w-report-machine = A machine’s reading; nobody has confirmed it
w-report-added = added by a person
w-report-corrected = corrected
w-report-how = How it was read
w-report-again = Decide again
w-report-confirm = It says so
w-report-refuse = It does not
w-report-correct = Correct a field
w-report-why-correct = Reason, in a line
w-report-correct-do = Correct and confirm
w-report-field = Field
w-report-value = Should say
w-report-value-hint = A place’s or party’s id or name, a day such as 2016-05-03, a number, or “none”.
w-report-usual = The usual reason
w-report-own-line = or in a line of your own
w-report-notes = Not understood
w-report-notes-lead = shown, so that nothing is lost
w-report-no-notes = Nothing was left without a claim.
w-report-teach = say what this name means
w-report-add-this = add what it claims
w-report-add = A claim that was missed
w-report-add-lead = choose its words in the text
w-report-add-words = The words that say it
w-report-add-hint = Choose them in the text with the mouse or a finger, or copy them here exactly as they stand.
w-report-outcome = What happened to them
w-report-victims = Who they are
w-report-at-least = At least
w-report-at-most = At most
w-report-form = In what form
w-report-participants = Who takes part
w-report-speech = What the speaker does
w-report-event = What happens to the truce
w-report-add-do = Add the claim
w-report-ask = Ask a question about this report
w-report-annotated = annotated text
w-report-said-by = According to
