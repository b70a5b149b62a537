# The list of reports.
w-reports-lead = Everything received, kept byte for byte, and how far each has come. What nobody understood is listed too.
w-reports-tabs = Which reports
w-reports-tab-all = All
w-reports-tab-unread = Words of harm and nothing read
w-reports-tab-asked = A question is open
w-reports-tab-rejected = Rejected
w-reports-words = Words
w-reports-language = language
w-reports-any = any
w-reports-show = Show
w-reports-published = published { $day }
w-reports-copy = repeats
w-reports-unread = harm not read
w-reports-none = No report answers to this.
w-reports-none-more = That says what was received here, not what happened.
w-reports-counted = { $units } = { $stored } stored + { $duplicate } there already + { $rejected } rejected, each with a reason. Nothing is dropped without a word.
