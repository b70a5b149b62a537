# Signing in, and the first run.
w-signin-lead = What is entered here is kept under your name in a ledger that others can check.
w-signin-name = Name
w-signin-password = Password
w-signin-guest = Look at the example as a guest
w-signin-guest-lead = This desk serves the example on this machine alone. A guest works in it as an analyst.
w-signin-forgot = If you have lost your password, an administrator gives you a link for a new one. It cannot be sent from here.
w-signin-wait = { $n ->
    [one] The next try can be made in { $n } second.
   *[other] The next try can be made in { $n } seconds.
}
w-signin-wrong = Name or password is wrong.
w-setup-title = The first administrator
w-setup-lead = Nobody has an account here yet. Whoever opens this link becomes the first administrator, and the link then stops working.
w-setup-name = Name, as it will stand beside what you enter
w-setup-again = The password once more
w-setup-least = { $n ->
    [one] { $n } character at least; a sentence is good
   *[other] { $n } characters at least; a sentence is good
}
w-setup-language = Language
w-setup-do = Make the account
w-setup-rights = An administrator gives rights, makes backups and sets the mode of the desk, and cannot open a sealed identity.
w-setup-no-token = This link does not work: it was used already, or it is too old.
w-setup-no-token-next = Whoever runs the desk makes a new one on its machine with
w-setup-far = This server is set up on its own machine alone.
w-setup-far-next = Open the link there. If a proxy stands in front, begin the server with --proxy and the proxy’s address.
w-setup-invited-title = Set your password
w-setup-invited-lead = This link is for { $name }. Once the password is set you are signed in, here alone, and the link stops working.
w-setup-invited-do = Set the password
w-setup-invited-next = An administrator gives you a new one.
w-setup-store = Store
