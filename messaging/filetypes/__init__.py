"""What a file really is, and a clean copy of it (RULES §4). Pure Python: bytes in, bytes out."""

from messaging.filetypes.checking import CheckedFile, FileRefused, check_file, clean_name

__all__ = ["CheckedFile", "FileRefused", "check_file", "clean_name"]
