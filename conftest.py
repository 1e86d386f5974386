"""Loaded by pytest before anything else, from whatever folder or command it was started."""

pytest_plugins = ["tests.strict"]
