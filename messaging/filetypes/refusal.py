"""Why a file was refused: a sentence for the person, beside the file's name."""

from __future__ import annotations


class FileRefused(Exception):
    def __init__(self, name: str, rule: str, because: str) -> None:
        super().__init__(f"{name}: {because}")
        self.name, self.rule, self.because = name, rule, because


def marked(sentence: str) -> str:
    """The sentence itself, found by the translators' tools; it is translated where settings are, in apart.py."""
    return sentence
