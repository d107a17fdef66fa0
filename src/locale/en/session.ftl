# Reading plans and sessions.
