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
w-core-scope = The token does not give this right.
