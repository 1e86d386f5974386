"""The mail cases: files of what came off the wire, each with what the gateway should make of it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any

import pytest

from tests.needs import need_data

AUTHSERV_ID = "mx.example-market.com"
_PAD_LINE = b"A" * 76 + b"\r\n"


@dataclass(frozen=True)
class MailCase:
    """One case with its tokens filled in."""

    name: str
    raw: bytes
    envelope_from: str
    recipients: list[str]
    deliver_times: int
    expect: dict[str, Any]
    who: str

    def with_our_results(self, auth: dict[str, str], from_domain: str) -> bytes:
        """The mail as our edge server hands it on."""
        mail_from = self.envelope_from.rpartition("@")[2]
        results = (
            f"Authentication-Results: {AUTHSERV_ID}; spf={auth['spf']} smtp.mailfrom={mail_from};"
            f" dkim={auth['dkim']} header.d={from_domain}; dmarc={auth['dmarc']} header.from={from_domain}\r\n"
        )
        return results.encode() + self.raw


def case_names() -> list[str]:
    """Empty when the data are absent; the test that reads them says so."""
    try:
        folder = need_data("mail")
    except (pytest.skip.Exception, pytest.fail.Exception):
        return []
    return sorted(path.stem for path in folder.glob("*.json"))


def facts_of(name: str) -> dict[str, Any]:
    return json.loads((need_data("mail") / f"{name}.json").read_text())


def load_case(name: str, tokens: dict[str, str]) -> tuple[MailCase, bytes]:
    """The case and its mail as the gateway gets it, with our Authentication-Results on top."""
    folder = need_data("mail")
    facts = json.loads(_filled((folder / f"{name}.json").read_text(), tokens))
    raw = (folder / f"{name}.eml").read_bytes()
    if "pad_attachment_mb" in facts:
        lines = math.ceil(facts["pad_attachment_mb"] * 1048576 / 57)
        raw = re.sub(rb"\{\{PAD\}\}\r?\n", lambda _: _PAD_LINE * lines, raw)
    for token, value in tokens.items():
        raw = raw.replace(b"{{" + token.encode() + b"}}", value.encode())
    case = MailCase(
        name,
        raw,
        facts["envelope_from"],
        facts["rcpt_to"],
        facts.get("deliver_times", 1),
        facts["expect"],
        facts["as"],
    )
    return case, case.with_our_results(facts["auth"], _from_domain(raw))


def possible(expect: dict[str, Any]) -> list[dict[str, Any]]:
    """The expectation and the other right results."""
    return [expect, *({**expect, **other} for other in expect.get("also", []))]


def tidy(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\u00a0", " ").split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def same_text(found: str, expected: str) -> bool:
    """Whether the words agree; {{MASK}} stands for 1 to 60 characters that cover something."""
    pattern = ".{1,60}".join(re.escape(piece) for piece in tidy(expected).split("{{MASK}}"))
    return bool(re.fullmatch(pattern, tidy(found), re.S))


def files_differ(found: list[tuple[str, str, bool]], expected: list[dict[str, Any]]) -> bool:
    if len(found) != len(expected):
        return True
    return any(
        (wanted["name"] not in (None, name)) or wanted["type"] != kind or wanted["kept"] != kept
        for (name, kind, kept), wanted in zip(found, expected, strict=True)
    )


def _filled(text: str, tokens: dict[str, str]) -> str:
    for token, value in tokens.items():
        text = text.replace("{{" + token + "}}", value)
    return text


def _from_domain(raw: bytes) -> str:
    header = re.search(rb"(?im)^from:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", raw)
    addresses = re.findall(rb"<?([^\s<>\"(),]+@[^\s<>\"(),]+)>?", header[1] if header else b"")
    bracketed = re.findall(rb"<([^<>@\s]+@[^<>\s]+)>", header[1] if header else b"")
    chosen = (
        addresses[:1] if b"," in (header[1] if header else b"") else bracketed[-1:] or addresses[:1]
    ) or [b""]
    return chosen[0].rpartition(b"@")[2].decode()
