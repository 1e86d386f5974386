"""Read a mail that anybody may have made, without letting it hurt this process: a child parses it."""

import json
from dataclasses import asdict

from messaging.limited import ChildFailed, LimitedWorker

from .incoming import IncomingMail, MailFile, Proof, UnreadableMail

MAX_MAIL_BYTES = 25 * 1024 * 1024
SECONDS_PER_MAIL = 10
_worker = LimitedWorker("messaging.gateway.reading_child", calls_per_child=200)


def read_mail(raw: bytes, authserv_id: str) -> IncomingMail:
    """Parse a mail as it came off the wire.

    `authserv_id` names the edge server whose Authentication-Results are believed.
    Text is decoded, with "\\n" line ends; files keep their order.

    Raises UnreadableMail when the mail is over a limit, encrypted, or beyond parsing.
    """
    if len(raw) > MAX_MAIL_BYTES:
        raise UnreadableMail("the mail is too large")
    try:
        head, *contents = _worker.call([authserv_id.encode(), raw], seconds=SECONDS_PER_MAIL)
    except ChildFailed as problem:
        raise UnreadableMail(f"the mail was too much to parse ({problem})") from problem
    answer = json.loads(head)
    if "unreadable" in answer:
        raise UnreadableMail(answer["unreadable"])
    return mail_from_values(answer, contents)


def mail_to_values(mail: IncomingMail) -> tuple[dict[str, object], list[bytes]]:
    """The mail as values for JSON, and the contents of its files apart."""
    values = asdict(mail)
    contents = [file.pop("data") for file in values["files"]]
    return values, contents


def mail_from_values(values: dict, contents: list[bytes]) -> IncomingMail:
    files = [MailFile(**file, data=data) for file, data in zip(values.pop("files"), contents, strict=True)]
    headers = {name: tuple(found) for name, found in values.pop("headers").items()}
    return IncomingMail(
        **{**values, "proof": Proof(values["proof"]), "headers": headers, "files": tuple(files)}
    )
