# What every page may say that is nobody's topic.
w-core-not-found = Nothing stands at this address.
