"""The desk screen."""
