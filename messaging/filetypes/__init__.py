"""What a file really is, and a clean copy of it (RULES §4). No database: bytes in, bytes out."""

from messaging.filetypes.apart import CheckedFile, check_file
from messaging.filetypes.naming import clean_name
from messaging.filetypes.refusal import FileRefused

__all__ = ["CheckedFile", "FileRefused", "check_file", "clean_name"]
