# Why: from a figure to its sentences, reports and hashes.
w-why-title = Why: { $what }
w-why-kicker = What this rests on
w-why-trail = From what is shown to the bytes received
w-why-page = Open its page
w-why-below-claim = The report it is in, its hash, and how it was read
w-why-bytes = as received
w-why-archived = archived copy
w-why-read-rule = read by a rule
w-why-read-model = seen by the trained model alone
w-why-read-both = read by a rule, and the trained model sees it too
w-why-read-person = added by a person
w-why-more = { $n ->
    [one] { $n } more
   *[other] { $n } more
}
w-why-nothing = It rests on no claim or report.
w-why-up = What rests on it
w-why-check = Check it without this desk
w-why-check-how = The same result from the store alone:
w-why-kind-claim = claim
w-why-kind-report = report
w-why-kind-incident = incident
w-why-kind-area = state of an area
w-why-kind-toll = toll
w-why-kind-follow-up = promise
w-why-kind-counts = counts
w-why-kind-agreement = agreement
w-why-kind-sentence = sentence of the brief
w-why-kind-reason = reason
w-why-kind-judgement = judgement
w-why-kind-decision = decision of a person
w-why-kind-case = case
