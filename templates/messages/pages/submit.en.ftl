# Intake: the form, what was understood, what came of an offline file.
# Labels of fields are those of the offline file (offline.en.ftl).
w-submit-title = Submit a report
w-submit-lead = What was seen or heard, or that nothing was. It is kept byte for byte, and read back to you.
w-submit-report-means = something was seen or heard
w-submit-nil-means = a place was watched or could not be reached
w-submit-leave-empty = Leave empty what is not known. “Not known” is an answer.
w-submit-nil-why = Patrolled and nothing seen is the only proof that silence is calm. Being refused is told too.
w-submit-files-hint = Up to { $n } files of { $size } each, kept byte for byte. Pictures may tell place and device.
w-submit-do = Send
w-submit-next = Next you see what was understood. Nothing you wrote is changed.
w-submit-uploading = sending: %percent %
w-submit-waiting = the line is broken; going on by itself…
w-submit-failed = The files could not be sent. What you wrote is still here: try again, or send without files.
w-submit-offline = Without a network
w-submit-offline-what = One file for a stick or a telephone. It works without a server, keeps drafts sealed with a phrase, and hands them out as a file.
w-submit-offline-get = Save the file
w-submit-import = A file from the field
w-submit-import-what = Reports that were written in the offline file and came on a stick or by a messenger.
w-submit-import-file = The file
w-submit-import-phrase = Its phrase
w-submit-import-hint = The one agreed with whoever sent it. A file in clear has none.
w-submit-import-do = Read it in
w-submit-import-again = Read in another file
w-submit-safe = Whoever told it
w-submit-safe-what = A number at the desk is safer than a name. Who stands behind a number is kept apart, sealed, and is in no list, count or export.
w-submit-arrived = It has arrived
w-submit-arrived-lead = It stands in the ledger, as you wrote it. This is what was understood of it.
w-submit-duplicate = It was here already
w-submit-duplicate-means = Nothing was stored again and nothing was lost.
w-submit-understood = What was understood
w-submit-from-words = from the words
w-submit-nothing-read = No claim was read in your words. They are kept all the same, and a person will look at them.
w-submit-nil-nothing = Nothing was seen at { $place } between { $from } and { $until }; what happened where nobody watched is not known.
w-submit-nil-unreached = Nobody reached { $place } between { $from } and { $until }: what happened there is not known.
w-submit-nil-refused = Access to { $place } was refused between { $from } and { $until }: what happened there is not known.
w-submit-machine = A machine read this. It counts as your word only once a person has confirmed it.
w-submit-which = Where is “{ $name }”?
w-submit-which-why = No list of places holds this name. It is not guessed.
w-submit-which-several = Several places bear this name. None was chosen.
w-submit-none-of-these = none of these
w-submit-describe = I can say where it is
w-submit-where-is-it = Where it is, in your words
w-submit-where-hint = For instance: near which town, on which road, how far. If you do not know, leave it: the question stays open.
w-submit-tell = Say so
w-submit-given = What you gave
w-submit-not-so = That is not what I meant
w-submit-another = Submit another
w-submit-receipt = Receipt
w-submit-keep = Write the id down, or save the receipt. With it anybody can check later that your report stands in the ledger unchanged; it does not say what you wrote.
w-submit-receipt-get = Save the receipt
w-submit-open = Open the report
w-submit-imported = What came of the file
w-submit-made = made { $moment }
w-submit-sealed = sealed with a phrase
w-submit-clear = in clear: anybody could read it on its way
w-submit-unit = Report or nil return
w-submit-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
w-submit-unknown = { $n ->
    [one] { $n } place is asked about
   *[other] { $n } places are asked about
}
w-submit-ack = Receipt for the device
w-submit-ack-what = Send this file back the way the reports came. Loaded into the offline file, it wipes from the device what has arrived here, and only that.
w-submit-ack-none = Nothing of the file is here, so there is nothing to acknowledge. The device keeps everything.
