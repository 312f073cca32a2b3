"""An officer's own account at the desk: secret, second factor, leaving."""
