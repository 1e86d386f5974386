"""The demo: everything in one process tree (`python -m messagecenter.demo`), and a believable shop to look at.

The shop's people, goods, orders and threads are told through the real flows.
"""

PASSWORD = "demo-demo-demo"  # noqa: S105 (printed on purpose: everybody's sign-in)
