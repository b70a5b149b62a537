# Cases: the list, and one case with the forms of its steps.
w-cases-lead = What was put to each party, what it replied, whose turn it is, and how much time is left.
w-cases-tabs = Which cases
w-cases-ready = { $n ->
    [one] { $n } incident that may be a breach has no case.
   *[other] { $n } incidents that may be breaches have no case.
}
w-cases-ready-see = See them
w-cases-none = No case is open here.
w-cases-none-more = A case is opened from the page of an incident.
w-cases-clock = time limit
w-cases-next = Next step
w-cases-closed = nothing more is due
w-cases-no-reply = no reply yet
w-cases-nobody-told = nobody has been told yet
w-cases-ran-out = time limit passed
w-cases-reopened = { $n ->
    [one] reopened once
   *[other] reopened { $n } times
}
w-cases-reached = { $n } of 9 steps done
w-cases-times-lead = from one step to the next, over all cases
w-cases-stands = Current step: { $stage }.
w-cases-ladder = The procedure, step by step
w-cases-skipped = not taken
w-cases-next-lead = what may be entered now; each is one entry of the ledger
w-cases-waited-for = what the case waits for now
w-cases-nothing-next = Nothing is for you to enter here now.
w-cases-nothing-next-more = Either the next step is somebody else’s, or your role does not enter steps of cases.
w-cases-later = { $n ->
    [one] { $n } step is not possible yet: why
   *[other] { $n } steps are not possible yet: why
}
w-cases-steps = What was done
w-cases-steps-lead = oldest first
w-cases-until = until { $moment }
w-cases-no-finding = There is no finding yet.
w-cases-former = Earlier finding, before the case was reopened: { $finding }, { $moment }
w-cases-actions = Actions asked for
w-cases-no-actions = Nothing has been asked for.
w-cases-questions = Questions
w-cases-no-questions = No question is open.
w-cases-expunged = This case was expunged. Its entries stay in the ledger.
w-cases-key = Key of a co-chair
w-cases-key-none = no key
w-cases-hours = Hours to answer
w-cases-hours-hint = empty: what the agreement says, else the usual time
w-cases-reply = What it replied
w-cases-report = Id of the field report
w-cases-report-hint = submit the report first; its id stands on the receipt, such as R-A2MMDQ
w-cases-against = Violation by
w-cases-facts = Facts that all acknowledge
w-cases-facts-hint = said without naming who did it; these are what both sides can accept
w-cases-stance = The party’s position on it
w-cases-amount = How much
w-cases-action = Action
w-cases-remedy = Was it done
w-cases-level = Who may see the finding
w-cases-do-opened = Open a case
w-cases-do-notified = Notify a party
w-cases-do-replied = Enter a reply
w-cases-do-tasked = Send someone to verify
w-cases-do-reported = Enter the field report
w-cases-do-drafted = Draft a finding
w-cases-do-committee = Committee has dealt with it
w-cases-do-board = Board has dealt with it
w-cases-do-found = Make a finding
w-cases-do-seconded = Second the finding
w-cases-do-dissented = State a dissent
w-cases-do-answered = Enter a party’s position
w-cases-do-action = Ask for an action
w-cases-do-remedied = Enter whether it was done
w-cases-do-published = Set who may see it
w-cases-do-reopened = Reopen the case
w-cases-do-expunged = Expunge the case
w-cases-means-notified = The party is told what is alleged, and its time to reply begins.
w-cases-means-replied = What the party answered. “No reply in time” can be entered once its time has run out.
w-cases-means-tasked = A monitor, a team or a person; the time to report begins.
w-cases-means-reported = Who was sent has reported.
w-cases-means-drafted = A draft is on the table.
w-cases-means-committee = The technical committee has dealt with the draft.
w-cases-means-board = The board has dealt with it; a finding can follow.
w-cases-means-found = A finding that others see needs a second, different person, and where there are co-chairs both keys or a stated dissent.
w-cases-means-seconded = You support the finding as a second, different person.
w-cases-means-dissented = The line of reason says what this co-chair holds; it is shown beside the finding.
w-cases-means-answered = Accepted, accepted with a reservation, or rejected; “silent” once its time has run out.
w-cases-means-action = Who is to do what, how much, where and by when: so that anyone can check whether it was done.
w-cases-means-remedied = Whether what was asked for was done.
w-cases-means-published = A public finding needs two people, or both keys, or the dissent stated.
w-cases-means-reopened = The finding stays on record as a former finding.
w-cases-means-expunged = The case is no longer shown. Its entries stay in the ledger, and so does this step.
w-cases-tab-all = All
w-cases-tab-waiting = Waiting for somebody
w-cases-tab-late = Time ran out
w-cases-tab-found = With a finding
w-cases-tab-closed = Closed
w-cases-wait-replied = reply of { $who }
w-cases-wait-reported = field report from { $who }
w-cases-wait-answered = position of { $who } on the finding
w-cases-due = Awaited: { $what } · time limit { $moment }
w-cases-due-passed = { $what }: the time limit passed on { $moment }
