# The ledger, and one entry with its proof.
w-ledger-lead = Everything told and everything decided, in one log that can only grow. You need not trust this desk: check it.
w-ledger-checkpoint = Signed head
w-ledger-download = Download the head
w-ledger-key = Download the key
w-ledger-root = root
w-ledger-verifier = key that the head is signed with
w-ledger-sound = Checked { $moment }: { $entries } entries and { $heads } signed heads, as they were signed.
w-ledger-faults = { $n ->
    [one] The last check found a fault. Keep the store as it is, and compare it with a copy.
   *[other] The last check found { $n } faults. Keep the store as it is, and compare it with a copy.
}
w-ledger-witnesses = Witnesses
w-ledger-signed = signed this head
w-ledger-behind = { $n ->
    [one] one entry behind
   *[other] { $n } entries behind
}
w-ledger-never-signed = has not signed anything yet
w-ledger-no-witness = No outside key co-signs the heads.
w-ledger-no-witness-means = A changed or cut entry is noticed even without one. But that the whole store was put back to an earlier day is noticed only by someone outside who kept a head: keep this one.
w-ledger-outside = How to verify from outside
w-ledger-outside-lead = without trusting whoever runs this desk
w-ledger-step-head = Download the head and the key above, and keep them where this desk cannot reach them.
w-ledger-step-store = On a copy of the store, on your own machine and with a program you built yourself, run:
w-ledger-step-compare = Every entry, every payload and every head is checked. The number of entries and the root must be these:
w-ledger-step-derived = To see that states, incidents and tolls follow from the entries and from nothing else:
w-ledger-step-one = For one entry alone, open it below: its proof needs ten lines of arithmetic and no store.
w-ledger-step-later = Come back another day: a later head must contain the one you kept. If it does not, history was rewritten.
w-ledger-published = The log is published at
w-ledger-not-published = The log is not published as static files yet; the store itself is what can be copied and checked.
w-ledger-entries = Entries
w-ledger-entries-lead = newest first; nothing is ever taken out
w-ledger-any = any
w-ledger-by = by
w-ledger-find = Number, id or hash
w-ledger-show = Show
w-ledger-hour = hour
w-ledger-hour-means = the log shows the hour alone, so that nobody’s shifts can be read from it
w-ledger-leaf = leaf hash
w-ledger-entry = Entry #{ $n }
w-ledger-version = version { $n } of it
w-ledger-public = What the log shows
w-ledger-public-lead = these bytes, and no more
w-ledger-payload = What stands behind it
w-ledger-payload-lead = kept in the store, bound by the commitment
w-ledger-salt = salt
w-ledger-commitment = commitment: SHA-256 of salt and payload
w-ledger-sealed-protected = Sealed: its source is protected. Only the keeper of its compartment can open it; the proof below holds all the same.
w-ledger-sealed-destroyed = Its key was destroyed, which is an entry itself. What it said is gone; the chain stays whole.
w-ledger-sealed-role = Your role does not see what stands behind this entry; the proof below holds all the same.
w-ledger-proof = Proof that it is in the log
w-ledger-proof-lead = { $size ->
    [one] in the head of { $size } entry
   *[other] in the head of { $size } entries
}
w-ledger-proof-how = H(a, b) is SHA-256 of the byte 01, a and b; ↑ is the line above. The last line must be the root of the signed head (RFC 6962).
w-ledger-proof-download = Download the proof
w-ledger-kind-story = the story
w-ledger-kind-agreement = agreement followed
w-ledger-kind-source = source
w-ledger-kind-report = report
w-ledger-kind-reading = reading of a report
w-ledger-kind-counts = counts
w-ledger-kind-decision = decision on a claim
w-ledger-kind-pair = relation of two incidents
w-ledger-kind-finding = finding on an incident
w-ledger-kind-plea = exception pleaded
w-ledger-kind-case = step of a case
w-ledger-kind-promise = change on the board
w-ledger-kind-grade = grade of a source
w-ledger-kind-place = name of a place
w-ledger-kind-party = name of a party
w-ledger-kind-noname = words that are no name
w-ledger-kind-question = question
w-ledger-kind-answer = answer
w-ledger-kind-patrols = patrols
w-ledger-kind-undo = undoing
w-ledger-kind-generated = made-up entry for a trial
