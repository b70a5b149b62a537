# Pages that say what went wrong.
w-error-status = status
w-error-code = Code:
w-error-request = request
w-error-retry = { $n ->
    [one] Try again in { $n } second.
   *[other] Try again in { $n } seconds.
}
w-error-401 = Sign in first
w-error-401-next = Sign in, and you come back here.
w-error-403 = This is not open to your role
w-error-403-next = Ask an administrator for the right, or somebody who has it to do it.
w-error-404 = Nothing stands here
w-error-404-next = Check the id, or search for it: an id never stands for two things, and nothing is deleted without a trace.
w-error-413 = This is too large
w-error-413-next = Send it in parts, or as smaller files.
w-error-429 = Too many requests
w-error-429-next = Wait a little. Nothing was entered.
w-error-500 = The desk failed
w-error-500-next = Nothing was entered. Go back and try again; if it stays, give the number below to whoever runs this desk.
w-error-503 = The desk is not ready
w-error-503-next = It is starting, or its store cannot be reached. What is in the ledger is safe.
w-error-409 = Somebody else saved in between
w-error-409-what = { $who } changed this at { $moment }, after you had opened it. Nothing of yours was entered yet and nothing of theirs is lost. Choose where both changed the same thing.
w-error-409-note = Their change is entry #{ $entry } and stays in the ledger whatever you choose.
w-error-before = When you opened it
w-error-theirs = Theirs
w-error-yours = Yours
w-error-clash = both changed it
w-error-save = Save what I chose
w-error-leave = Leave it as it is now
w-error-400 = What was sent was not accepted
w-error-400-next = Go back and put right what is named above. Nothing was entered.
w-error-405 = What was sent was not accepted
w-error-405-next = Go back and put right what is named above. Nothing was entered.
w-error-412 = What was sent was not accepted
w-error-412-next = Go back and put right what is named above. Nothing was entered.
w-error-422 = What was sent was not accepted
w-error-422-next = Go back and put right what is named above. Nothing was entered.
