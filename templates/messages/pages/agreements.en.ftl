# Agreements: the list, and one with its terms and what they leave undefined.
w-agreements-lead = What was agreed, term by term, what was left open, and how each term is kept.
w-agreements-followed = followed here
w-agreements-not-met = not met
w-agreements-undated = Promises with no date
w-agreements-own = An agreement is a folder of data; a mission can bring its own, and this checks it:
w-agreements-announced = announced
w-agreements-signed = signed
w-agreements-accept-by = could be accepted until
w-agreements-ends = ends
w-agreements-parts = Parts of this page
w-agreements-undefined-lead = the text is silent on this, and no page here fills the gap
w-agreements-undated-lead = promised under this agreement, and nobody said by when
w-agreements-undated-none = Every promise reported so far has a date.
w-agreements-undated-all = { $n ->
    [one] The one promise with no date, on the board
   *[other] All { $n } promises with no date, on the board
}
w-agreements-terms-lead = in our words, each with its place in the text and how far it is kept
w-agreements-binds = binds
w-agreements-all-bound = every party that is bound
w-agreements-broken-by = broken by
w-agreements-met-by = met by
w-agreements-measure = how much
w-agreements-no-deadline = no deadline
w-agreements-provocation = outside of it: a provocation, no breach
w-agreements-by-state = How it is kept is told area by area
w-agreements-exceptions-lead = every test must be met
w-agreements-lifts = lifts:
w-agreements-tests = Tests
w-agreements-by-fact = seen in the facts of the incident
w-agreements-fights = fights as well
w-agreements-renamed = since { $day }: { $name }
w-agreements-listed = { $n ->
    [one] { $n } name on this list
   *[other] { $n } names on this list
}
w-agreements-windows-lead = announcers differ and none is preferred; an incident is judged under each
w-agreements-axis = time runs left to right
w-agreements-extends = extension
w-agreements-channels = { $n ->
    [one] The one channel for complaints
   *[other] The { $n } channels for complaints
}
w-agreements-no-procedure = The text lays down no procedure.
w-agreements-comma = {", "}
