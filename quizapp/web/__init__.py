"""The edge that all rooms share: requests, sign-in state, languages, headers, errors."""
