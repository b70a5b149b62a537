# What changed since one last looked.
w-changes-title = What changed
w-changes-since = Since
w-changes-show = Show
w-changes-last = since I last looked
w-changes-day = 24 hours
w-changes-week = 7 days
w-changes-seen = I have seen this
w-changes-kinds = Kinds of change
w-changes-all = show all
w-changes-none = Nothing has changed since { $moment }.
w-changes-none-more = This describes what was received, not what happened.
w-changes-overtaken = What follows overtakes a frozen brief. That brief stays as it was; compose a new one.
