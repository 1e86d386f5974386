"""A browser and its push service on this machine: takes notices, proves who sent them, and reads them as RFC 8291 says."""

from __future__ import annotations

import base64
import json
import os
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()


@dataclass
class Taken:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


class Browser:
    """What `pushManager.subscribe()` gives a page, and the keys that only the browser has."""

    def __init__(self, service: PushService, name: str) -> None:
        self.service, self.path = service, f"/{name}"
        self.key, self.secret = ec.generate_private_key(CURVE), os.urandom(16)

    @property
    def fields(self) -> dict[str, str]:
        return {
            "endpoint": self.service.origin + self.path,
            "p256dh": encoded(raw(self.key.public_key())),
            "auth": encoded(self.secret),
        }

    @property
    def notices(self) -> list[dict[str, Any]]:
        """The notices this browser was handed, opened, oldest first."""
        return [json.loads(self._open(taken.body)) for taken in self.service.taken if taken.path == self.path]

    def _open(self, sealed: bytes) -> bytes:
        """RFC 8188 with the keys of RFC 8291: salt, record size, the sender's one-time key, one record."""
        salt, size, key_bytes = sealed[:16], int.from_bytes(sealed[16:20]), sealed[20]
        theirs, record = sealed[21 : 21 + key_bytes], sealed[21 + key_bytes :]
        assert len(record) <= size <= 4096
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs))
        about = b"WebPush: info\0" + raw(self.key.public_key()) + theirs
        material = stretched(shared, salt=self.secret, about=about, length=32)
        key = stretched(material, salt=salt, about=b"Content-Encoding: aes128gcm\0", length=16)
        nonce = stretched(material, salt=salt, about=b"Content-Encoding: nonce\0", length=12)
        plain = AESGCM(key).decrypt(nonce, record, None).rstrip(b"\0")
        assert plain[-1:] == b"\x02", "the last record ends with its mark"
        return plain[:-1]


class PushService:
    """Answers 201, or what `answers` says for a path; a path of its own for each browser."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []
        self.answers: dict[str, int] = {}
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = service.answers.get(self.path, 201)
                if status == 201:
                    service.taken.append(Taken(self.path, dict(self.headers.items()), body))
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", service.origin + "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def claims_of(taken: Taken, *, public_key: str) -> dict[str, Any]:
    """What the sender swears by (RFC 8292), its signature checked with the key the page was given."""
    scheme, _, rest = taken.headers["Authorization"].partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    assert (scheme, parts["k"]) == ("vapid", public_key)
    signed, _, signature = parts["t"].rpartition(".")
    both = decoded(signature)
    der = utils.encode_dss_signature(int.from_bytes(both[:32]), int.from_bytes(both[32:]))
    key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decoded(public_key))
    key.verify(der, signed.encode(), ec.ECDSA(hashes.SHA256()))
    claims: dict[str, Any] = json.loads(decoded(signed.split(".")[1]))
    return claims


def stretched(secret: bytes, *, salt: bytes, about: bytes, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=about).derive(secret)


def raw(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
