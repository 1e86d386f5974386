"""A limited child for tests: does what the call says."""

from __future__ import annotations

import os
import signal
import tempfile
import time

from messaging.limited import serve


def obey(parts: list[bytes]) -> list[bytes]:
    deed = parts[0].decode()
    if deed == "eat memory":
        bytes(2**30)
    elif deed == "spin":
        while True:
            pass
    elif deed == "sleep":
        time.sleep(60)
    elif deed == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif deed == "raise":
        raise ValueError("as told")
    elif deed == "write":
        with tempfile.TemporaryFile(buffering=0) as file:
            file.write(b"x")
    elif deed == "environment":
        return [" ".join(os.environ).encode()]
    return [str(os.getpid()).encode()]


if __name__ == "__main__":
    serve(obey, memory_bytes=256 * 2**20, cpu_seconds=1)
