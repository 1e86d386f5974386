"""Mails made for tests: short to write, with our edge server's word on top."""

from __future__ import annotations

AUTHSERV_ID = "mx.example-market.com"


def proven(author: str, result: str = "pass") -> str:
    domain = author.rpartition("@")[2]
    return (
        f"Authentication-Results: {AUTHSERV_ID}; spf={result} smtp.mailfrom={author};"
        f" dkim={result} header.d={domain}; dmarc={result} header.from={domain}"
    )


def mail(
    text: str,
    *,
    author: str = "bea@mail.example",
    subject: str = "Hello",
    headers: tuple[str, ...] = (),
    result: str = "pass",
    to: str = "reply@msg.example-market.com",
    content_type: str = "text/plain; charset=utf-8",
) -> bytes:
    lines = [
        proven(author, result),
        f"From: {author}",
        f"To: {to}",
        f"Subject: {subject}",
        "MIME-Version: 1.0",
        f"Content-Type: {content_type}",
        *headers,
        "",
        *text.split("\n"),
    ]
    return "\r\n".join(lines).encode()
