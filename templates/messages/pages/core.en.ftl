# What every page may say that is nobody's topic.
w-core-not-found = Nothing stands at this address.
w-core-method = This address does not take such a request.
w-core-csrf = The form is too old or came from another site. Go back, load the page again and send it once more.
w-core-too-large = That is more than is taken at once. Send it in parts.
w-core-timeout = It took too long. Try again; what was entered before stands.
w-core-too-many = Too many requests came from your address. Wait a little.
w-core-form = The form could not be understood. Go back and send it again.
w-core-as-of = The time in the address is none. Write it as 2016-05-03T21:00:00+03:00.
w-core-version = What you changed has another version by now. Load it again.
w-core-conflict = Somebody else changed it meanwhile.
w-core-ours = The page could not be made. The fault is ours; nothing was lost.
w-core-guest-name = Visitor
w-core-undone-why = Entered by mistake
w-core-undone = Undone; entry #{ $entry } says so.
w-core-done = Done; entry #{ $entry } holds it.
w-core-takes-back = { $n ->
    [one] takes back one entry
   *[other] takes back { $n } entries made together
}
w-core-scope = The token does not give this right.
w-core-saved = Saved.
w-core-dropped = Taken away.
w-core-decided = What was decided
w-core-pair-why-1 = Same act, place and time
w-core-pair-why-2 = Another report of the same event
w-core-pair-why-3 = Another place
w-core-pair-why-4 = Another time
w-core-pair-why-5 = Too little is told
w-core-not-the-same = Both must be the same.
w-core-key-find = Find anything
w-core-key-filter = To the filter
w-core-key-next = Next, previous
w-core-key-open = Open
w-core-key-close = Close
w-incidents-f-confirmed = Confirmed by a person
w-incidents-f-flag = Marks
w-incidents-f-precision = Precision of the place
w-core-yes-no-yes = yes
w-core-yes-no-no = no
w-core-review-no = not reviewed
w-core-review-partly = in part
w-core-review-yes = whole
w-core-level-unknown = not known
w-told-no-reason = No reason was given. Choose a usual one, or write a line.
w-unknown = look for it with the search above
w-core-no-place = no place named
w-told-not-here = This is for whoever sees all areas; the pages show what is yours.
