"""What every test runs under: no real screen, no real user's files, and guards against what is left behind."""

import os
import tempfile

from hypothesis import settings

# Before Qt makes its application, and before the program asks where its files are.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test may reach the keys of the person who runs it.
os.environ.setdefault("XDG_STATE_HOME", tempfile.mkdtemp(prefix="counter-app-logs-"))
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

# How long an example takes says how busy the machine is; what never ends fails by pytest-timeout.
settings.register_profile("any machine", settings.default, deadline=None)
settings.load_profile("any machine")

pytest_plugins = ["tests.support.guards"]
