# The reader of the API.
w-api-title = The API
w-api-lead = Everything that these pages show and enter, for programs.
w-api-same-query = The query string of a page is that of the API: copy it behind the address of the same list. Answers have totals, versions and ETags; what is entered takes an idempotency key.
w-api-who = Who may:
w-api-parameters = Parameters
w-api-body = Body
w-api-answers = Answers
w-api-errors = Error codes
w-api-limits = Limits
w-api-token = Make a token under Settings
