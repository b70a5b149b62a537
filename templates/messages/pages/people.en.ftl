# People, roles, tokens, rights and the mode of the desk.
w-people-lead = Who may work here, and what each role may do. Every change is kept, with who made it and why.
w-people-parts = Parts of this page
w-people-named = nobody works here without a name
w-people-last = last here
w-people-you = you
w-people-active = active
w-people-invited = invited, has not opened the link yet
w-people-closed = closed
w-people-n-tokens = { $n ->
    [one] { $n } token
   *[other] { $n } tokens
}
w-people-change = Change
w-people-set-role = Give this role
w-people-new-link = New link to set a password
w-people-n-sessions = { $n ->
    [one] signed in at { $n } place
   *[other] signed in at { $n } places
}
w-people-sign-out = Sign out everywhere
w-people-sign-out-means = Ends every session of the person at once. The account stays open, and tokens go on.
w-people-signed-out = Signed out everywhere.
w-people-close = Close this account
w-people-close-means = Signs the person out at once and revokes their tokens. What they entered stays under their name.
w-people-invite = Invite a person
w-people-invite-means = A link is made that works once and for seven days. Give it to the person by a way you trust; it cannot be sent from here.
w-people-name-hint = as it will stand beside what they enter
w-people-speaks-for = Speaks for
w-people-not-a-party = no party
w-people-area = Area, for a monitor
w-people-every-area = every area
w-people-invite-do = Make the link
w-people-made = The link for { $name } is made.
w-people-link-once = This link is shown once. Copy it now.
w-people-link-until = works until { $moment }
w-people-tokens = API tokens
w-people-tokens-lead = for programs; a token may do what its owner may, or less
w-people-owner = owner
w-people-scope = may
w-people-used = last used
w-people-until = until
w-people-never = never
w-people-no-end = no end
w-people-revoke = Revoke
w-people-no-tokens = There are no tokens.
w-people-token-made = The token “{ $name }” is made.
w-people-token-once = It is shown once and cannot be read again.
w-people-rights = Who may do what
w-people-rights-lead = decided in the engine; pages and API ask it
w-people-right = Right
w-people-rights-note = An identity that was sealed is opened by the keeper of its compartment alone: no other role, not the administrator either.
w-people-mode = Mode of the desk
w-people-mode-since = since { $moment }, by { $name }
w-people-mode-normal = Normal
w-people-mode-normal-means = Everybody works as their role allows.
w-people-mode-read-only = Read only
w-people-mode-read-only-means = Everything can be read; nothing can be entered.
w-people-mode-closed = Closed
w-people-mode-closed-means = Administrators alone; everyone else sees that the desk is closed.
w-people-mode-set = Set the mode
w-people-comma = {", "}
