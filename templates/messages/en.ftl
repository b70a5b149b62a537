# English messages of hudna: labels, table headings, and the sentences of briefs.
# Every id here stands in ar.ftl as well; a test compares the two.

## Acts
act-clash = clash
act-small-arms-fire = small-arms fire
act-sniper-fire = sniper fire
act-shelling = shelling
act-guided-missile = guided missile
act-air-strike = air strike
act-barrel-bomb = barrel bomb
act-drone-strike = drone strike
act-explosive-device = explosive device
act-suicide-bombing = suicide bombing
act-chemical-attack = chemical attack
act-grenade = grenade
act-seizure-of-ground = seizure of ground
act-unidentified-explosion = unidentified explosion
act-attack-on-civilians = attack on civilians
act-sexual-violence = sexual violence
act-abduction = abduction
act-arrest = arrest
act-looting = looting
act-forced-displacement = forced displacement
act-child-recruitment = recruitment of children
act-troop-movement = movement of troops
act-fortification = fortification
act-mine-laying = laying of mines
act-aid-blocked = aid blocked
act-siege = siege
act-utilities-cut = water or power cut
act-monitor-denied = monitors denied access
act-attack-on-monitor = attack on monitors
act-other-force = other use of force
act-weapons-in-exclusion-zone = weapons in a withdrawal zone
act-reconnaissance = reconnaissance or sabotage
act-military-use-of-civilian-site = military use of a civilian site
act-failure-to-withdraw = failure to withdraw in time
act-monitoring-interference = interference with monitoring
act-incitement = incitement

## Families of acts
family-ground = on the ground
family-indirect = indirect fire
family-air = from the air
family-device = explosive devices
family-civilians = against civilians
family-access = access and siege
family-posture = posture and movement
family-conduct = conduct

## Outcomes
outcome-killed = killed
outcome-injured = injured
outcome-missing = missing
outcome-detained = detained
outcome-abducted = abducted
outcome-displaced = displaced
count-killed = { $n ->
    [0] nobody killed
   *[other] { $n } killed
}
count-injured = { $n ->
    [0] nobody injured
   *[other] { $n } injured
}
count-missing = { $n } missing
count-detained = { $n } detained
count-abducted = { $n } abducted
count-displaced = { $n } displaced
count-up-to = up to { $count }
count-more-than = more than { $count }
count-at-least = at least { $count }
count-at-most = at most { $count }

## Who was harmed
victims-civilian = civilians
victims-fighter = fighters
victims-police = police
victims-aid-worker = aid workers
victims-journalist = journalists
victims-monitor = monitors
victims-leader = leaders
victims-mixed = fighters and civilians
victims-unspecified = not said who

## Modality
modality-actual = told as fact
modality-alleged = alleged
modality-planned = planned
modality-called-for = called for
modality-hypothetical = conditional
modality-denied = denied

## Forms and states of meetings
form-meeting = meeting
form-visit = visit
form-call = telephone call
form-talks = talks
form-conference = conference
form-session = session
meeting-status-held = held
meeting-status-ongoing = under way
meeting-status-planned = planned
meeting-status-proposed = proposed
meeting-status-cancelled = cancelled
meeting-is-cancelled = cancelled
meeting-is-proposed = proposed
meeting-is-planned = planned
meeting-is-ongoing = under way
meeting-is-held = held

## What a speaker does
speech-appeal = appeals
speech-accuse = accuses
speech-deny = denies
speech-condemn = condemns
speech-warn = warns
speech-threaten = threatens
speech-pledge = pledges
speech-propose = proposes
speech-announce = announces
speech-support = supports
speech-reject = rejects
speech-express-concern = voices concern
speech-confirm = confirms
speech-other = says

## What happens to a truce
event-declared = declared
event-signed = signed
event-extended = extended
event-in-force = in force
event-violated = violated
event-at-risk = at risk
event-collapsed = collapsed
event-called-for = called for
event-proposed = proposed
event-accepted = accepted
event-rejected = rejected
event-negotiated = under negotiation
event-renewed = renewed

## Tasks and their standing
task-meet = meet
task-brief = give a briefing
task-deliver-aid = deliver aid
task-withdraw = withdraw
task-release = release people held
task-investigate = investigate
task-cease-fire = cease fire
task-negotiate = negotiate
task-deploy = deploy
task-sign = sign
task-other = do what the quoted words say
standing-promised = promised
standing-agreed = agreed
standing-proposed = proposed
standing-demanded = demanded
followup-status-overdue = overdue
followup-status-due = due
followup-status-undated = no date
followup-status-done = reported done
followup-status-done-late = reported done, late

## Incidents
corroboration-uncorroborated = uncorroborated
corroboration-corroborated = corroborated
corroboration-verified = verified
corroboration-refuted = refuted
corroboration-disputed = disputed
corroboration-unverifiable = cannot be verified
verdict-breach = breach
verdict-possible-breach = possible breach
verdict-permitted-exception = permitted exception
verdict-claimed-exception-unverified = claimed exception, not established
verdict-out-of-scope-actor = out of scope: actor not bound by the agreement
verdict-out-of-scope-area = out of scope: outside the agreed area
verdict-out-of-scope-provocation = out of scope: provocation outside the agreed area
verdict-outside-window = outside the time of the obligation
verdict-not-regulated = not regulated by the agreement
verdict-undetermined = undetermined
fact-known = known
fact-claimed = told by one origin
fact-contested = contested
fact-unknown = unknown
fact-name-bearer = who did it
fact-name-act = the act
fact-name-target = the target
fact-name-area = the place
fact-name-time = the time
score-part-act = act
score-part-place = place
score-part-days = days
score-part-actor = actor
score-part-target = target
score-part-number = figures
score-part-text = wording
score-part-decision = a person’s decision
link-confirmed = taken for the same
link-suggested = perhaps the same

## Areas
area-status-collapsed = collapsed
area-status-strained = strained
area-status-holding = holding
area-status-no-data = too little to tell
area-status-not-covered = not covered
area-letter-collapsed = C
area-letter-strained = S
area-letter-holding = H
area-letter-no-data = ?
area-letter-not-covered = –
area-means-collapsed = violence, by all days of the truce, at 0.8 of its level before it or above
area-means-strained = between 0.5 and 0.8, or mass casualties within seven days, confirmed by a person
area-means-holding = below 0.5: less violence, not calm
area-means-no-data = too few events, or nobody reports: silence is not calm
area-means-not-covered = the parties do not fight each other here, or the agreement leaves it out
area-means-thin = hatched: the data are thin: under ten events before the truce, or days not counted, or no report in seven days
rule-ratio = level of violence
rule-own-declared = own incidents, declared level
rule-own-absolute = own incidents, absolute
rule-silent = silent feed
rule-window-broken = window broken
rule-level = level of the whole truce
rule-alarm = alarm
rule-mass-casualties = mass casualties
rule-too-few = too few events
rule-other-war = another war
rule-excluded = left out by the agreement
series-beside = Beside, never added – { $series }: { $source }
series-nothing = nothing counted by then
series-events = events between the parties in the 7 days to { $day }: { $last }; in the 7 before: { $before }
series-level = state by its level: { $state }
series-alarm-up = alarm up ({ $n })
series-alarm-down = no alarm ({ $n })
series-silent = silent since { $day }: what it tells since then counts for nothing
series-fused-up = one alarm from { $series }, never added (correlation before the truce up to { $correlation }): up ({ $n })
series-fused-down = one alarm from { $series }, never added (correlation before the truce up to { $correlation }): none ({ $n })
patrols = patrols
patrols-quiet = { $n } quiet, on { $days } of 7 days
patrols-saw = { $n } saw something
patrols-refused = { $n } refused
patrols-unreached = { $n } not reached
reviewed-short = reviewed
reviewed-share = { $confirmed } of { $n } claims reviewed
rule-not-apart = not told apart at this level
rule-nobody-reports = nobody reports
rule-patrols-quiet = seen quiet by patrols
rule-no-counts = no counts
rule-change = what would change it
rule-severity = deaths that may come
rule-nowcast = reports that still come in
rule-patrols-nil = patrols saw nothing
rule-patrols-saw = seen by patrols
rule-patrols-refused = patrols refused
rule-patrols-unreached = not reached by patrols
rule-window-before = before a window
rule-window-runs = window runs

## Registers
source-kind-party = party
source-kind-guarantor = guarantor
source-kind-monitor = monitor
source-kind-un = United Nations
source-kind-ngo = non-governmental organisation
source-kind-wire = news agency
source-kind-state-media = state media
source-kind-local-media = local media
source-kind-social = social media
source-kind-witness = witness
source-kind-sensor = sensor
source-kind-hotline = hotline
party-kind-state = state
party-kind-force = forces of a state
party-kind-armed-group = armed group
party-kind-political = political body
party-kind-body = international body
party-kind-monitor = monitor
party-kind-ngo = non-governmental organisation
party-kind-person = person
party-kind-media = media
level-site = site
level-line = line
level-neighbourhood = neighbourhood
level-settlement = town or village
level-district = district
level-governorate = governorate
level-region = region
level-country = country
role-bound = bound
role-guarantor = guarantor
role-excluded = left out
deontic-prohibit = forbidden
deontic-require = required
deontic-permit = permitted
relation-base = base text
relation-endorses = endorsement
relation-amends = amendment
relation-procedure = procedure
protection-open = open
protection-protected = protected
kind-violence = violence
kind-toll = toll
kind-meeting = meeting
kind-statement = statement
kind-truce = truce event
kind-commitment = promise
note-unread-harm = words of harm, no claim read
note-unknown-place = unknown place
note-ambiguous-place = place with several meanings
note-unresolved = date or number not resolved
note-unread-language = language that no reader knows
note-cut = text cut at the limit
lang-ar = Arabic
lang-en = English
lang-und = language not known

## Headings of tables
area = area
state = state of the truce
since = since
ratio = 7 days against before
level-before = level against before
alarm-until = alarm
last-7-days = last 7 days
before-7-days = 7 before
last-28-days = last 28 days
deaths = deaths
reports = reports
incidents = incidents
areas = areas
follow-ups = follow-ups
tolls = tolls
sources = sources
parties = parties
agreements = agreements
confirmed = confirmed
why = why
id = id
act = act
place = place
day = day
first-day = first day
last-day = last day
killed = killed
injured = injured
low = low
best = best
high = high
method = method
origins = origins
corroboration = corroboration
verdict = verdict
obligation = obligation
who = who
to-whom = to whom
what = what
due = due
status = status
standing = standing
words = words used
first-told = first told
last-told = last told
source = source
source-kind = kind
grade = grade
received = received
published = published
report = report
claim = claim
claims = claims
notes = notes
evidence = evidence
actor = actor
target = target
speaker = speaker
modality = modality
confidence = confidence
rule = rule
name = name
kind = kind
role = role
level = level
pcode = P-code
coverage = coverage
reviewed = confirmed by a person
entry = ledger entry
sha256 = SHA-256
yes = yes
no = no
yes-no-yes = yes
yes-no-no = no
none = none
unknown = unknown
nobody-says = nobody says
no-end-told = no end told
as-of = as of { $moment }
as-of-label = as of
agreement = agreement
ledger-head = ledger head
ledger-line = { $size ->
    [one] { $size } entry, root { $root }
   *[other] { $size } entries, root { $root }
}
example-notice = example
shown-of-total = { $shown } of { $total } shown
nothing-here = nothing here as of { $moment }
silence = no report in the last 7 days: silence is not calm
ratio-means = 1.00 is the daily mean of events between the parties in the 42 days before the truce

## Counts of units
units-in = { $n ->
    [one] { $n } unit in
   *[other] { $n } units in
}
units-stored = { $n } stored
units-duplicate = { $n ->
    [one] { $n } duplicate
   *[other] { $n } duplicates
}
units-rejected = { $n } rejected
units-line = { $units }: { $stored }, { $duplicate }, { $rejected }
receipt-stored = stored
receipt-duplicate-of = duplicate of { $id }
receipt-rejected = rejected: { $why }
n-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
n-deaths = { $n ->
    [one] { $n } death
   *[other] { $n } deaths
}
n-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
n-incidents = { $n ->
    [one] { $n } incident
   *[other] { $n } incidents
}
n-claims = { $n ->
    [one] { $n } claim
   *[other] { $n } claims
}
n-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
n-origins = { $n ->
    [one] { $n } origin
   *[other] { $n } independent origins
}
n-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
n-areas = { $n ->
    [one] { $n } area
   *[other] { $n } areas
}
n-promises = { $n ->
    [one] { $n } promise
   *[other] { $n } promises
}
n-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
n-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}

## Dates
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-range = { $start } to { $end }
date-unknown = day not told
date-on = on { $day }
date-day-month = { $day } { $month }
date-between = between { $start } and { $end }
date-or = { $start } or { $end }
date-moment = { $day }, { $time } ({ $offset })
date-moment-here = { $day }, { $time }
date-from = from { $start }
date-until = until { $end }

## Joining
list-more = { $a }, { $b }
list-pair = { $a } and { $b }
comma-join = { $a }, { $b }
clause-join = { $a }; { $b }
lead-join = { $a }: { $b }
sentence-join = { $a } { $b }
full-stop = { $a }.
quoted = “{ $a }”
in-brackets = { $a } ({ $b })

## Sections of a brief
section-summary = The situation
section-areas = Area by area
section-incidents = Incidents
section-casualties = Casualties
section-truce = The truce and diplomacy
section-promises = Promises, demands and their follow-up
section-limits = Limits of this brief
section-check = How to check this brief

## The situation
s-states-lead = The truce, area by area, as of { $moment }
s-undated-one = { $who } to { $what }
s-undated = Promised without a date
s-due = { $who } to { $what }, { $due }
s-meeting = { $form }, { $names }
s-planned = Ahead
s-total-since = { $count } since { $since } – { $source }, { $day }
s-total = { $count } – { $source }, { $day }
s-totals = Running totals, { $place }
s-in-collapsed = collapsed in { $names }
s-in-strained = strained in { $names }
s-in-holding = holding, which is not calm, in { $names }
s-in-no-data = too little is reported to tell in { $names }
s-in-not-covered = not covered by the truce: { $names }
s-open = open in all, promises and demands: { $n }
s-reviewed = { $n ->
    [one] { $confirmed } of { $n } casualty figure is confirmed by a person; the rest is a machine’s reading
   *[other] { $confirmed } of { $n } casualty figures are confirmed by a person; the rest is a machine’s reading
}
s-reviewed-all = { $n ->
    [one] The one casualty figure is confirmed by a person
   *[other] All { $n } casualty figures are confirmed by a person
}

## Areas
a-lead = { $area }, { $status }
a-counted = { $area } { $n }
a-other-war = the agreement’s parties do not fight each other here: no event between them in the last 7 days
a-two-counts = { $area } { $a } and { $b }
a-too-few = silence is not calm; events between the parties in the 42 days before the truce and in the last 7: { $counts }
a-unreported = not one report names a place there
a-reviewed = { $n ->
    [one] { $confirmed } of the { $n } claim they rest on reviewed
   *[other] { $confirmed } of the { $n } claims they rest on reviewed
}
a-quiet = not one report names a place there: silence, not calm
a-ratio = events between the parties run at { $ratio } times their level before the truce
a-events = { $last ->
    [one] { $last } event in the last 7 days
   *[other] { $last } events in the last 7 days
}, against { $before } in the 7 days before
a-outlook-none = the next 7 days will most likely bring no event between the parties, and no more than { $high } (90 %)
a-outlook = the next 7 days may bring { $low } to { $high } events between the parties (90 %), as likely more than { $median } as fewer
a-other = { $n ->
    [one] { $n } further event of another war
   *[other] { $n } further events of another war
}
a-group-deaths = { $n ->
    [0] no deaths in the last 7 days
    [one] { $n } death in the last 7 days
   *[other] { $n } deaths in the last 7 days
}
a-group-deaths-each = deaths in the last 7 days: { $counts }
a-deaths = { $n ->
    [one] { $n } death in all these events
   *[other] { $n } deaths in all these events
}
a-reports = { $n ->
    [0] not one report names a place there in these 7 days: silence, not calm
    [one] { $n } report names a place there
   *[other] { $n } reports name a place there
}
a-incidents = { $n ->
    [0] no incident read from reports
    [one] { $n } incident read from reports, { $confirmed } confirmed by a person
   *[other] { $n } incidents read from reports, { $confirmed } confirmed by a person
}
a-group = { $names }, { $status }

## Incidents
i-lead = { $days }, { $place }: { $acts }
i-act-unknown = act not told
i-terms = Terms cited
i-actor-unknown = who did it is not told
i-place-unknown = place not told
i-actor = named as acting: { $names }
i-target = target named: { $names }
i-toll = { $count } ({ $victims })
i-toll-bare-span = { $count } (figures told run from { $low } to { $high })
i-toll-span = { $count } ({ $victims }; figures told run from { $low } to { $high })
i-toll-none = no casualties told
i-origins = { $n ->
    [one] one origin only, { $corroboration }
   *[other] { $n } independent origins, { $corroboration }
}
i-denied = { $n ->
    [one] denied in { $n } claim
   *[other] denied in { $n } claims
}
i-verdict = { $verdict } under { $term }
i-verdict-other = under { $term }: { $verdict }
i-term = term { $n }
i-term-text = term { $n }: “{ $text }”
i-missing = still to be settled: { $facts }
i-confirmed = confirmed by a person
i-unconfirmed = not confirmed by a person
i-rest = { $n ->
    [one] { $n } further incident is not told here; it is cited beside this sentence
   *[other] { $n } further incidents are not told here; they are cited beside this sentence
}

## Casualties
c-never-added = Running totals cover a period and are never added to the tolls of incidents; of each place the best graded source stands first, then the newest
c-one-since = { $count } since { $since } – { $source }, grade { $grade }, { $day }
c-one = { $count } – { $source }, grade { $grade }, { $day }
c-place = Running totals, { $place }

## Truce and diplomacy
t-binds = The agreement “{ $agreement }”, in force since { $moment }, binds: { $names }
t-guarantors = guarantors: { $names }
t-fights-too = { $name } (a party to the fighting as well)
t-excludes = left out: { $names }
t-window = Local regime of calm in { $places }, according to each announcer
t-window-one = { $announcer }: { $span }
t-parties = named: { $names }
t-one-day = on { $day }
t-last = last on { $day }
t-speech-to = { $speech } (to or about { $names })
t-speech = { $speaker } { $acts }, { $when }
t-event-place = { $event } in { $place }
t-event = { $event }
t-events = Told of the truce
t-count = { $n ->
    [one] { $n } breach counted
   *[other] { $n } breaches counted
}
t-meeting = { $form }, { $names }: { $status }
t-attributed = according to { $name }
t-rest = Further claims of meetings, statements and the truce stand in the reports cited beside this sentence

## Promises
p-lead = { $status }: { $who } to { $what } ({ $standing })
p-who-unknown = somebody not named
p-to = owed to: { $to }
p-due = date: { $due }
p-no-date = no date was given
p-words = the words used: { $words }
p-no-words = no words about time
p-gloss = machine’s gloss: { $gloss }
p-told-once = told on { $day }
p-told = first told on { $first }, last on { $last }
p-late = after the day it was due
p-fulfilled = { $n ->
    [one] fulfilment told in { $n } claim
   *[other] fulfilment told in { $n } claims
}
p-rest = { $n ->
    [one] { $n } further promise or demand, which only the words cited make clear, is cited beside this sentence
   *[other] { $n } further promises or demands, which only the words cited make clear, are cited beside this sentence
}

## Limits
l-silent = { $names }: no report in the last 7 days names a place there; this is silence, not calm
l-counted = { $area }: of the last 7 days, { $n } counted; the last day counted is { $day }
l-unread = { $n ->
    [one] { $n } sentence with words of harm gave no claim and waits for a reader
   *[other] { $n } sentences with words of harm gave no claim and wait for a reader
}
l-judged = { $single } of { $n ->
    [one] { $n } incident
   *[other] { $n } incidents
} rest on one origin; { $open } cannot be judged yet
l-counts-note = Notes on the counts
l-undefined = Left open by the agreement
l-counts-source = The counts: { $source }
l-no-incident = The reports received until { $moment } gave no incident; this says nothing about calm
l-no-promise = The reports received until { $moment } gave no promise

## How to check
k-head = This brief was written from a ledger of { $size } entries with the root { $root }
k-key = the key that signs it: { $key }
k-how = To check it
k-why = “{ $command }”, with the id of any sentence or cited thing, shows what it rests on, down to the words of the report and its hash
k-verify = “{ $command }” checks every entry, checkpoint and proof without trusting whoever wrote this brief
k-sha = The SHA-256 of any cited report is what “{ $command }” prints for its content as received

## Cited things
cite-claim = claim
cite-report = report
cite-incident = incident
cite-area = area
cite-toll = toll
cite-follow-up = follow-up
cite-counts = counts
cite-agreement = agreement
cite-ledger = ledger
cite-window = regime of calm as announced by { $name }
cite-undefined = left open

## The page
brief-title = Ceasefire brief
page-map = The areas on { $n }
page-areas = The areas in figures
page-board = The follow-up board
page-sources = Sources
page-words = The words of the claims
page-objects = What was made of them
page-bar = Bar: level of violence by all days of the truce against that before it, with ticks at 0.5 and 0.8
page-courses = States by day are told by the counts alone, each from the days up to it; the last day is as it stands with incidents and patrols. An alarm says that the level rose; on average at most one is false in the area-days it names. The outlook is what the next days may bring if they go on like the days before
page-spark = Columns: events a day over 28 days; the line is the mean before the truce
page-deaths = Deaths: those of all events in the last 7 days
page-peak = peak { $n }
page-share-label = { $confirmed } of the { $n } claims that it stands on confirmed by a person
page-share = the claims that a sentence stands on, and how many a person confirmed
page-share-none = rests on no claim
page-gloss = a machine’s gloss tells what words of time or a name mean, from a fixed table; it is not a translation of the sentence
page-machine = machine’s reading
page-person = confirmed by a person
page-per-area = The state is told for each area; there is none for the country as a whole.

## Windows
window-span = from { $start } until { $end }
window-open = from { $start }, no end told

## The command line
cli-reading = reading
cli-verifying = verifying
cli-generating = making entries
cli-counts-new = { $n ->
    [one] counts: { $n } row stored
   *[other] counts: { $n } rows stored
}
cli-counts-old = { $n ->
    [one] counts: { $n } row, there already
   *[other] counts: { $n } rows, there already
}
cli-made = made: { $path }
cli-new-next = read { $folder }/README.md, then: hudna follow { $folder } --store { $folder }/store
cli-claims-by = claims: { $rule } read by rules alone, { $both } seen by the trained model too, { $model } by the trained model alone
cli-decisions = decisions: { $new } new, { $old } there already, { $refused } rejected
cli-ledger = ledger: { $size } entries, root { $root }…
cli-brief-written = brief written: { $path }
cli-running = running total
cli-verified = { $entries } entries and { $heads } signed heads checked, root { $root }…
cli-verified-derived = { $n } derived rows made again and compared
cli-stale = the derived tables were made by other rules: run “hudna rebuild”
cli-sound = the ledger is as it was signed
cli-faults = { $n ->
    [one] { $n } fault found
   *[other] { $n } faults found
}
cli-rebuilt = derived again: { $incidents } incidents, { $areas } areas, { $promises } promises
cli-generated = { $n } made-up entries written
cli-data-sound = data are sound: { $words } words, { $rules } rules, { $places } places, { $parties } parties, { $agreements } agreements, { $cases } worked cases
cli-model-sound = trained model: { $digest }, { $size } bytes
cli-model-none = no trained model: rules read alone
cli-import-counts = { $read } read: { $kept } kept, { $duplicate } there already, { $rejected } rejected
cli-import-cued = { $n ->
    [one] { $n } name counts only behind a word such as “town”
   *[other] { $n } names count only behind a word such as “town”
}
cli-import-written = places written: { $path }
cli-import-remedy = mend the row or leave it out
cli-import-more = { $n ->
    [one] { $n } more row was rejected
   *[other] { $n } more rows were rejected
}
cli-read-counts = { $read } read, { $rejected } rejected
cli-counts-sum = { $from } to { $to }: { $between } events between the parties, { $other } other, { $deaths } deaths
cli-counts-file = { $file }, lines { $lines }; SHA-256 { $sha }; ledger entry #{ $entry }
cli-background = told as history
cli-side = of
cli-why = why:
cli-quoted = in quotation marks
cli-together = told together with { $numbers }
cli-candidates = one of { $n } places of this name
cli-count = number { $n }
cli-means = means
cli-vague = told vaguely
cli-part-of = part of { $number }

## What the trained model saw
in-ten = { $n ->
    [0] less than 1 in 10
    [10] more than 9 in 10
   *[other] about { $n } in 10
}
seen-only = only the trained model read this
seen-alone = only the trained model read this; chance that the words tell such a claim: { $sure }
seen-too = the trained model sees it too; chance that the words tell such a claim: { $sure }
seen-little = the trained model sees little of it; chance that the words tell such a claim: { $sure }
seen-value = for { $what }: { $sure }
seen-words = words that weighed most: { $words }
seen-no-rule = no rule read this; names, numbers, dates and places in it were found by the lexicon and gazetteer
seen-model = trained model { $digest }…

## Reading stored reports again
reread-counts = { $n ->
    [one] { $n } report read again: { $changed } changed, { $same } the same
   *[other] { $n } reports read again: { $changed } changed, { $same } the same
}
reread-claims = claims: { $added } added, { $removed } removed, { $changed } changed, { $same } the same
reread-report = { $report }: { $added } added, { $removed } removed, { $changed } changed
reread-followed = { $n ->
    [0] no decision had to follow its claim
    [one] { $n } decision follows its claim into the new reading
   *[other] { $n } decisions follow their claims into the new readings
}
reread-unresolved = decision #{ $entry } on { $claim }: the claim is not read any more; decide anew
reread-lost = { $n ->
    [one] { $n } decision has lost its claim
   *[other] { $n } decisions have lost their claims
}
reread-dry = dry run: nothing was written

# Agreements
compliance-met = met
compliance-met-late = met late
compliance-not-met = not met
compliance-open = open
compliance-not-due = not due yet
compliance-nobody-reports = nobody reports
role-non-signatory = not a signatory
relation-incorporated = incorporated
consensus-co-chairs = both co-chairs, or the dissent is stated
consensus-all = all members
consensus-majority = a majority
consensus-chair = the chair
consensus-open = not laid down
attribution-allowed = findings may say who did it
attribution-facts-only = findings state facts and not who did it
attribution-open = not laid down whether findings may say who did it
agr-none-followed = No store here follows this agreement, so nothing is said of how it is kept.
agr-in-force = In force: { $moment }
agr-ended = Ended: { $moment }
agr-signed = Signed: { $moment }
agr-announced = Announced: { $moment }
agr-accept-by = Could be accepted until: { $moment }
agr-expires = Expires: { $moment }
agr-renewed = Renewed until: { $moment }
agr-instruments = Instruments
agr-parties = Parties
agr-left-out = Left out
agr-terms = Terms
agr-exceptions = Exceptions
agr-windows = Windows, as each announcer tells them
agr-areas = Areas, lines and distances
agr-procedure = Procedure
agr-undefined = Left undefined
agr-compliance = How the terms beside the cessation are kept
agr-belligerent = { $role }, fights as well
agr-with = with { $name }
agr-acceded-to = by accession to { $name }
agr-ally-of = as an ally of { $name }
agr-burden = to be shown by: { $text }
agr-tests = tests: { $text }
agr-within = in { $name }
agr-measured-by = measured by this side ({ $names })
agr-band = each side { $each } km from its own line, the zone { $zone } km wide
agr-complainants = Who may complain: { $text }
agr-channels = Channels: { $text }
agr-steps = Steps: { $text }
agr-step-hours = { $step } ({ $hours } h)
agr-consensus = Who must agree: { $text }
agr-escalation = Goes on to: { $to }; { $when }
agr-gravest = The most severe consequence: { $text }
agr-counting = What is counted: { $unit }; { $attribution }
agr-reporting = Reported to: { $to }; { $often }
agr-withheld = withheld: { $text }
agr-by-clock = { $status }, by the clock
h-term = term
h-source = source
h-role = role
h-since = since
h-relation = relation
h-announcer = announcer
h-start = from
h-end = until
h-places = places
h-kept = kept
h-in-force = in force
h-terms = terms
h-windows = windows
h-undefined = undefined
h-deontic = kind
h-evidence = incidents
h-reviewed = confirmed claims
party = party
flag-belligerent-guarantor = the actor is a guarantor that fights as well
flag-non-signatory = one side has not accepted the agreement
flag-bound-ally = the actor is bound as an ally
flag-readings-differ = announcers of the window differ
judgement-marks = Mark: { $marks }
judgement-settles = What would settle it: { $what }
agr-term-since = { $text } (since { $moment })
agr-term-measure = { $text } How much: { $measure }
## What people enter
act-entered = #{ $entry } { $what }: { $about } – { $by }, { $moment }; undone by “hudna decide undo { $entry }”
act-entered-lasting = #{ $entry } { $what }: { $about } – { $by }, { $moment }; changed by a newer one
act-decision = decision on a claim
act-pair = relation of two incidents
act-finding = finding on an incident
act-plea = exception pleaded
act-case = step of a case
act-promise = change on the follow-up board
act-grade = grade of a source
act-place = name of a place
act-party = name of a party
act-noname = words that are no name
noname-place = is no place
noname-outside = lies outside the areas that are followed
noname-party = is nobody
act-question = question
act-answer = answer
act-patrols = patrols
act-undo = undoing
act-when = when
act-on = on
act-undone = undone by
decision-confirm = confirmed
decision-correct = corrected
decision-refuse = refused: the report does not say so
pairing-same = the same incident
pairing-different = different incidents
pairing-unsure = nobody can tell whether they are one
pairing-part-of = part of the other
pairing-follows = came after the other
pairing-retaliation = answered the other
pairing-same-operation = of one operation
found-refuted = refuted
found-unverifiable = cannot be verified
found-site-visit = seen at the site
grade-since = { $grade } since { $moment }; before: { $former }
names-within = within

## What stands against an entry
told-refused = { $why }
told-no-name = nobody is named; say who acts with --by NAME
told-no-reason = no reason is given; say why with --why TEXT
told-one-incident = { $a } and { $b } are one already; to part an incident name two of its claims
told-already = this stands already, as entry #{ $entry }
told-no-correction = “{ $field }” cannot become “{ $value }”: { $what }; fields of this claim: { $fields }
told-no-act = entry #{ $entry } is nothing that a person entered; “hudna decide list” shows what can be undone
told-no-entry = there is no entry #{ $entry }; the ledger has { $size } entries
told-undone = entry #{ $entry } was undone already by entry #{ $by }; undo that one to let it hold again
told-rests-on = entry #{ $entry } cannot be undone while entry #{ $by } rests on it; undo that one first
told-case-open = a case is open on { $incident } already: { $case }
told-dropped = { $id } is off the board already
told-same-due = { $id } is due then already
told-range = the range “{ $range }” ends before it begins
told-no-day = “{ $day }” is no day; write it as 2016-05-03
told-day-ahead = { $day } is still ahead; name the day on which it was done
told-bad-id = “{ $id }” cannot be an id; use small Latin letters, digits and hyphens
told-id-taken = “{ $id }” is there already; give it another name with “alias”
told-bad-name = “{ $name }” cannot be a name: it is empty or has a tab or line break

## Cases
step-opened = opened
step-notified = party notified
step-replied = party replied
step-tasked = field team tasked
step-reported = field report received
step-drafted = finding drafted
step-committee = technical committee
step-board = board
step-found = finding made
step-seconded = seconded
step-dissented = dissent stated
step-answered = party’s stand on the finding
step-action = action requested
step-remedied = remedy
step-published = published
step-reopened = reopened
step-expunged = expunged
reply-acknowledged = acknowledged
reply-denied = denied
reply-justified = justified
reply-none = no reply in time
finding-violation = violation
finding-no-violation = no violation
finding-both = violation by both
finding-accident = accident
finding-undetermined = undetermined
acceptance-accepted = accepted
acceptance-reserved = accepted with a reservation
acceptance-rejected = rejected
acceptance-silent = silent
publication-internal = internal
publication-parties = parties and guarantors
publication-public = public
remedy-yes = remedied
remedy-partly = remedied in part
remedy-no = not remedied
case-stage = stage
case-parties = parties
case-finding = finding
case-waits = waits for
case-clock = awaited: { $step }, from { $who }, until { $moment }
case-clock-passed = awaited: { $step }, from { $who }; its time ran out on { $moment }
case-times = How long the steps take, in hours
case-step = step
case-taken = times taken
case-median = median
case-p90 = 90th percentile
case-facts = facts acknowledged, attributed to nobody: { $facts }
case-people = stand behind it: { $names }
case-keys = keys of the co-chairs: { $names }
case-dissent = dissent of { $name }: { $words }
case-published = published: { $level }
incident = incident

## The follow-up board
followup-status-partly = done in part
followup-status-dropped = off the board
board-done = done
board-partly = done in part
board-slip = due at another time
board-drop = taken off the board
board-assign = assigned
board-note = note
board-beside = beside it
board-silent = { $n ->
    [one] no sign of life for { $n } day
   *[other] no sign of life for { $n } days
}
board-progress = { $n ->
    [one] { $n } later claim touches it
   *[other] { $n } later claims touch it
}
board-former = was due { $day }
board-owner = looked after by { $name }
board-next = next: { $what }
ics-name = hudna: promises to follow up
ics-summary = { $who }: { $what } ({ $status })

## Questions
question = question
question-about = about
question-to = to
question-raised = not asked yet
question-asked = asked
question-answered = answered: { $text }

## What changed
changes-since = changes since { $moment }
change-before = before
change-after = after
change-area-state = state of an area
change-incident-new = new incident
change-incident-gone = incident no longer told
change-merged = incidents merged
change-split = incident parted
change-toll-new = new toll
change-toll-revised = toll revised
change-total-new = new running total
change-total-revised = running total revised
change-corroboration = corroboration of an incident
change-verdict = verdict
change-case-step = step of a case
change-promise-new = new promise
change-promise-gone = promise no longer told
change-promise-slipped = promise slipped
change-promise-status = a promise stands differently
change-decision = entered by a person

## Patrols
patrols-taken = #{ $entry }: { $read } patrols read, { $kept } kept, { $rejected } rejected; nothing seen: { $nil }, refused: { $refused }
patrol-team = team
patrol-reached = reached
patrol-seen = what was seen, or why not
patrol-refused-by = refused by { $name }
patrol-nil = patrolled, nothing seen
reached-yes = yes
reached-no = no
reached-refused = refused
told-no-column = { $file } has no column “{ $column }”; a table of patrols has date, place, team and reached
told-no-patrol = no row of { $file } can be taken; line { $first }

## Ids that nothing has, and how far reports have come
unknown-id = nothing here has the id “{ $id }”; { $next }
unknown-case = take a case's id from “hudna cases”
unknown-field-report = give the field report to “hudna ingest” first and take its id from there
unknown-party = find a party's id with “hudna parties find NAME”, or add it with “hudna parties add”
unknown-exception = take an exception's id from “hudna agreements”, of the agreement followed
unknown-test = take the id of a test of the exception from “hudna agreements”
unknown-source = take a source's id from “hudna sources”
unknown-claim = take a claim's id from “hudna why” of an incident or report
unknown-incident = take an id from “hudna incidents”, or of a claim of one from “hudna incident”
unknown-anything = take an id from “hudna areas”, “incidents”, “followups” or from a brief
unknown-promise = take a promise's id from “hudna followups”
unknown-evidence = evidence is a claim's id, from “hudna why” of a report
unknown-question = take a question's id from “hudna questions”
unknown-about = ask about an incident, promise, case, claim, report or area by its id
unknown-sentence = the brief has no such sentence; see “hudna brief --format text”
unknown-holder = find the id of the place that holds it with “hudna places find NAME”
unknown-place-id = find a place's id with “hudna places find NAME”, or add it with “hudna places add”
unknown-head = find the id of the party that it belongs to with “hudna parties find NAME”
unknown-agreement = take an id from “hudna agreements”
report-state = how far
report-unread = words of harm not read
report-state-received = received
report-state-screened = screened: no claim
report-state-coded = coded
report-state-linked = linked
report-state-needs-info = a question is open
act-expunged = expunged

## Pictures
pictures-ribbon = State of each area, day by day, { $days }
pictures-ribbon-one = State of { $area }, day by day, { $days }
pictures-since = since { $day }
pictures-today = as of { $day }
pictures-truce = the truce begins
pictures-pointer = alarm: the level has risen
pictures-up = an alarm is up
pictures-week = Monday
pictures-means-holding = holding: below 0.5 of the level before the truce
pictures-means-strained = strained: 0.5 to 0.8, or mass casualties
pictures-means-collapsed = collapsed: 0.8 or above
pictures-means-no-data = too little to tell: silence is not calm
pictures-means-not-covered = not covered
pictures-alarms = alarm on { $days }
pictures-no-alarm = no alarm
pictures-alarm = Alarm for { $area }, { $days }
pictures-statistic = alarm statistic, each line ten times the one below
pictures-threshold = threshold { $n }
pictures-threshold-means = threshold: on average at most one false alarm of an area in { $days } of calm
pictures-crossed = alarm { $day }
pictures-rise = level rose about { $day }
pictures-rise-means = the day from which the level is estimated to have risen
pictures-gap = not counted: silence is not calm
pictures-days-not-counted = not counted: { $days }
pictures-a-day = events a day
pictures-a-week = events a week
pictures-a-bar = events in { $days }
pictures-fan = Outlook for { $area } after { $day }
pictures-in-all = events, in all
pictures-ahead = ahead
pictures-median = median
pictures-half = 50%
pictures-ninety = 90%
pictures-median-means = median: as likely above as below
pictures-half-means = one in two outcomes lies here
pictures-ninety-means = nine in ten outcomes lie here
pictures-total = the drawing shows each total as a mean over its days
pictures-step = { $days } ahead: median { $median }, 50% { $half }, 90% { $ninety }
act-counts = counts
counts-entered = #{ $entry }: series { $series }
counts-taken = { $read } read: { $stored } stored, { $duplicate } there already, { $left } left out, { $rejected } rejected
told-no-counts-column = { $file } has no column “{ $column }”; a table of counts has area, date, events and deaths, and may have source
told-no-count = nothing of { $file } can be taken; line { $first }
told-series-own = “{ $id }” is the story's own series; give another id with --series
told-no-ucdp-column = { $file } has no column “{ $column }”; give the dataset's CSV with its header
told-no-dyad = of no dyad of { $file } is it known that both sides are bound by the agreement; name those between parties with --dyad, of: { $dyads }
told-replay-order = the days end on { $to }, before they begin on { $from }; exchange --from and --to
told-replay-late = { $to } is after the story's own time; give --to { $last } at the latest
told-replay-many = more than { $most } days; take fewer, or a longer --step
ucdp-source = UCDP Georeferenced Event Dataset (GED), Uppsala Conflict Data Program, CC BY 4.0
ucdp-dyads = Between the parties: { $dyads }.
ucdp-placeless = Events without an area, left out: { $n } ({ $between } between the parties, { $other } others).
ucdp-elsewhere = Events in areas that the agreement does not list, left out: { $n } ({ $names }).
ucdp-spread = Events of several days ({ $n }) are spread evenly over their days.
ucdp-zero = A zero says that the source records no event; it does not say calm.
replay-progress = days
replay-alarm = { $mark } alarm up
unknown-area = take an area's place id from “hudna areas”
areas-distribution = { $country }: the truce holds in { $holding } of { $told } areas that can be told, is strained in { $strained }, has collapsed in { $collapsed }; too little to tell in { $untold }, not covered { $uncovered }
told-search-unknown = there is no parameter “{ $name }”; there are: { $known }
told-search-value = { $name }: “{ $value }” is none of: { $known }
told-search-day = { $name }: “{ $value }” is no day; write it as 2016-05-03
told-search-number = { $name }: “{ $value }” is no whole number from { $low } to { $high }
told-search-order = { $low } is { $a }, above { $high }, { $b }; exchange them
told-search-twice = { $name } is given twice; give it once
told-search-long = { $name } has more than { $most } characters; shorten it
told-search-words = { $name } has more than { $most } words; take fewer
told-search-many = { $name } has more than { $most } values; take fewer
told-search-nothing = { $name }: nothing here is “{ $value }”; take a value that the list shows
told-generate-full = { $store } is not empty; name a new folder with --store

## People and rights
person-role-public = the public
person-role-monitor = monitor
person-role-analyst = analyst
person-role-reviewer = reviewer
person-role-party = representative of a party
person-role-co-chair = co-chair
person-role-envoy = envoy's office
person-role-keeper = source keeper
person-role-administrator = administrator
right-see-public = seeing what is public
right-see-areas = seeing areas and follow-ups
right-see-incidents = seeing incidents
right-see-reports = seeing reports
right-see-cases = seeing cases
right-see-briefs = seeing briefs
right-see-sources = seeing sources
right-see-ledger = seeing the ledger
right-see-people = seeing people and roles
right-submit = handing reports in
right-code = adding and mending claims
right-merge = deciding on incidents
right-grade = grading sources
right-follow-up = changing follow-ups
right-ask = asking and answering questions
right-case = taking a case's steps
right-finding = making and seconding findings
right-reply = replying for a party
right-names = adding places, parties and names
right-compose = composing briefs
right-freeze = freezing briefs
right-export = exporting
right-rights = making people and giving roles
right-mode = setting the mode
right-own = own settings, searches and tokens
mode-normal = normal
mode-read-only = read only
mode-closed = closed
told-not-signed-in = this is not public; sign in first
told-no-right = the right to “{ $right ->
    *[see_public] { right-see-public }
     [see_areas] { right-see-areas }
     [see_incidents] { right-see-incidents }
     [see_reports] { right-see-reports }
     [see_cases] { right-see-cases }
     [see_briefs] { right-see-briefs }
     [see_sources] { right-see-sources }
     [see_ledger] { right-see-ledger }
     [see_people] { right-see-people }
     [submit] { right-submit }
     [code] { right-code }
     [merge] { right-merge }
     [grade] { right-grade }
     [follow_up] { right-follow-up }
     [ask] { right-ask }
     [case] { right-case }
     [finding] { right-finding }
     [reply] { right-reply }
     [names] { right-names }
     [compose] { right-compose }
     [freeze] { right-freeze }
     [export] { right-export }
     [rights] { right-rights }
     [mode] { right-mode }
     [own] { right-own }
    }” does not belong to your role (“{ $role ->
    *[public] { person-role-public }
     [monitor] { person-role-monitor }
     [analyst] { person-role-analyst }
     [reviewer] { person-role-reviewer }
     [party] { person-role-party }
     [co_chair] { person-role-co-chair }
     [envoy] { person-role-envoy }
     [keeper] { person-role-keeper }
     [administrator] { person-role-administrator }
    }”); ask an administrator who has it
told-read-only = nothing can be entered now: the mode is read only; try again when an administrator has set it back
told-closed = closed for now; an administrator opens it again
told-not-yours = this is for “{ $party }” alone to say; you do not speak for it

## Serving
serve-at = serving at { $address } (Ctrl-C ends it)
serve-first = nobody runs this installation yet; this link makes the first administrator, once and within 24 hours: { $link }
serve-no-address = links that are given out will begin with { $address }; name the address where people reach it with --address
serve-ended = ended
serve-cannot = cannot serve at { $address }: { $why }; choose another address with --listen
serve-guest-far = guests are let in on this machine alone; listen on 127.0.0.1 or leave --guest out
told-short-password = a password has at least { $least } characters; take several words
told-long-password = a password has at most { $most } bytes; take a shorter one
told-password-is-name = the password is the name; take another one
told-no-link = this link is none, was used, or has run out; ask an administrator for a new one
told-not-let-in = name and password do not go together; try again, or ask an administrator for a new link
told-name-locked = too many failures; try again later (seconds left: { $seconds }), or ask an administrator for a new link
told-bad-person-name = a name has letters or digits, stands on one line, and has at most { $most } characters
told-name-taken = “{ $name }” is somebody else's name here; take another one
told-person-closed = “{ $name }” is closed already and is not opened again; add a new person
told-last-administrator = nobody else is administrator; make somebody administrator first
told-role-already = “{ $name }” is that already
told-role-public = “public” is whoever has not signed in; give another role
told-role-needs-areas = a monitor has areas of their own; name at least one
told-role-needs-party = this role speaks for a party or holds its key; name the party
told-mode-already = the mode is that already: { $mode ->
    *[normal] { mode-normal }
     [read_only] { mode-read-only }
     [closed] { mode-closed }
    }
told-changed-not-undone = entry #{ $entry } says who may do what, or what is open; it is not undone but changed by a new one
told-bad-token = a token has a label of one line, at least one right, and is good for 1 to { $most } days
told-many-tokens = there are { $most } tokens already; end one first
told-bad-search = a saved search has a name of one line, of at most { $most } characters, and a query
told-many-searches = { $most } searches are saved already; forget one first
told-bad-zone = “{ $zone }” is no offset; write it as +03:00 or Z
told-bad-key = a key of a request has 1 to { $most } characters on one line
told-key-conflict = the key “{ $key }” came with another request before; take a new key for a new request
unknown-person = take the id from “hudna people list”
unknown-token = take the id from the list of your tokens
unknown-session = take the session from the list of your own; it may have ended
unknown-search = take the name from the list of your searches
act-person = person and role
act-mode = mode
people-name = name
people-role = role
people-areas = areas
people-party = party
people-state = state
people-open = open
people-closed = closed
people-mode = mode: { $mode }
people-mode-why = mode: { $mode } ({ $why })
people-link = link for { $name } ({ $id }), works once, until { $moment }: { $link }
people-token = token { $id } of { $name }, until { $moment }; it is shown only now: { $token }
act-added = claim added
told-claim-there = the claim { $id } says this already; confirm or correct that one
told-no-words = from { $start } to { $end } there are no words that can be taken: the text has { $size } characters, a claim at most { $most }
told-no-kind = “{ $kind }” is no kind of claim; take one of: { $kinds }
told-needs-field = a claim of the kind “{ $kind }” must tell at least one of: { $needs }
unknown-report = take a report's id from “hudna reports”
export-gold = annotated reports: { $n } of { $total }
areas-not-apart = Not told apart at this level ({ $level }): { $names }; no incident, patrol or counts of the last 7 days tell of such a place in them alone
areas-no-parents = No place of this level holds an area of the agreement
areas-unplaced = incidents of the last 7 days told of { $place } as a whole, or of a place in none of its areas: { $n } ({ $ids })
