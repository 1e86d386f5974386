"""Where this program may be sent to by an address that somebody gave it: nowhere inside, whatever the spelling."""

from __future__ import annotations

import ipaddress
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from notifications import outside

HOSTS = ["fcm.googleapis.com", ".push.services.mozilla.com"]


@pytest.mark.parametrize(
    "url",
    [
        "https://fcm.googleapis.com/fcm/send/abc:def",
        "https://fcm.googleapis.com:443/x?y=1",
        "https://updates.push.services.mozilla.com/wpush/v2/x",
    ],
)
def test_known_push_services_are_spoken_to(url: str) -> None:
    assert outside.check_url(url, hosts=HOSTS).scheme == "https"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "fcm.googleapis.com/x",
        "http://fcm.googleapis.com/x",
        "ftp://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com:port/x",
        "https://user@fcm.googleapis.com/x",
        "https://fcm.googleapis.com@127.0.0.1/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evilfcm.googleapis.com/x",
        "https://push.services.mozilla.com.evil.example/x",
        "https://xpush.services.mozilla.com/x",
        "https://evil.example/fcm.googleapis.com",
        "https://evil.example#.push.services.mozilla.com",
        "https://evil.example\\.push.services.mozilla.com/",
        "https://evil.example/ x",
        "https://evil.example\r\nHost: inside/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://localhost/",
        "http://127.0.0.1:1/x",
        "https://fcm.googleapis.com/" + "x" * 1000,
        "https://fcm.googleapis.cöm/",
        "//fcm.googleapis.com/x",
    ],
)
def test_no_other_address_is_taken(url: str) -> None:
    with pytest.raises(outside.NotOutside):
        outside.check_url(url, hosts=HOSTS)


@pytest.mark.parametrize("address", ["142.250.74.10", "2a00:1450:4001:80b::200a"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert outside.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
        "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fc00::1", "fd12::1", "fe80::1", "ff02::1", "2001:db8::1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a00:1", "64:ff9b::7f00:1",
        "2002:a00:1::1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    ],
)  # fmt: skip
def test_an_address_that_leads_inside_is_not_public(address: str) -> None:
    assert not outside.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("answers", [["127.0.0.1"], ["142.250.74.10", "10.0.0.1"], ["::ffff:10.0.0.1"], []])
def test_a_known_name_that_leads_inside_is_not_connected_to(
    monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    """Mocks the name server: this is what a poisoned one would say."""
    monkeypatch.setattr(outside, "resolve", lambda *_: [ipaddress.ip_address(answer) for answer in answers])
    monkeypatch.setattr(outside.socket, "create_connection", _never)
    with pytest.raises(outside.NotOutside):
        outside.post("https://fcm.googleapis.com/x", b"x", {}, hosts=HOSTS)


def _never(*_: object, **__: object) -> None:
    raise AssertionError("a connection was opened")


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, list[str]]]:
    """An https server on this machine that fcm.googleapis.com leads to, with a certificate believed in this test."""
    server, asked = _https_server(tmp_path / "server.pem", "fcm.googleapis.com")
    # Mocked: the name server, what counts as public, the port, and whose certificates are believed.
    monkeypatch.setattr(outside, "resolve", lambda *_: [ipaddress.ip_address("127.0.0.1")])
    monkeypatch.setattr(outside, "is_public", lambda _address: True)
    real = outside.socket.create_connection
    port = server.server_port
    monkeypatch.setattr(outside.socket, "create_connection", lambda at, **rest: real((at[0], port), **rest))
    monkeypatch.setattr(
        outside, "trusted", lambda: ssl.create_default_context(cafile=str(tmp_path / "server.pem"))
    )
    yield port, asked
    server.shutdown()
    server.server_close()


def test_the_address_that_was_looked_at_is_the_one_spoken_to_by_the_hosts_own_name(
    certified: tuple[int, list[str]],
) -> None:
    answer = outside.post("https://fcm.googleapis.com/send/1?a=b", b"sealed", {"TTL": "60"}, hosts=HOSTS)
    assert answer.status == 302
    assert certified[1] == ["fcm.googleapis.com POST /send/1?a=b sealed 60"]


def test_a_server_without_the_hosts_certificate_hears_nothing(certified: tuple[int, list[str]]) -> None:
    with pytest.raises(outside.Unreachable, match="SSLCertVerificationError"):
        outside.post("https://updates.push.services.mozilla.com/x", b"sealed", {}, hosts=HOSTS)
    assert certified[1] == []


def _https_server(pem: Path, name: str) -> tuple[HTTPServer, list[str]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked.append(f"{self.headers['Host']} POST {self.path} {body} {self.headers['TTL']}")
            self.send_response(302)
            self.send_header("Location", "https://127.0.0.1/inside")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    _write_certificate(pem, name)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    # The handshake is made in the serving thread: a client that breaks it off must not end the server.
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, asked


def _write_certificate(pem: Path, name: str) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    pem.write_bytes(private + certificate.public_bytes(Encoding.PEM))
