"""A folder of letters as large as an archive: a few letters over and over."""

import os
import pathlib

from . import places

VARIABLE = "STEELYARD_LETTERS"
FIXTURES = places.ROOT / "Tests" / "LetterReadingTests" / "Fixtures"
MEGA = 1_000_000


class Letters:
    """The letters that an archive is made of: those of a folder that is named, else the tests' own."""

    def __init__(self):
        named = os.environ.get(VARIABLE)
        folder = pathlib.Path(named) if named else FIXTURES
        self.texts = {
            str(path.relative_to(folder)).replace("/", "-"): path.read_bytes()
            for path in sorted(folder.rglob("*.txt"))
        }
        if not self.texts:
            raise RuntimeError(f"{folder} holds no letter that ends in .txt")
        self.size = sum(len(text) for text in self.texts.values())
        self.origin = (
            f"letters of the folder that `{VARIABLE}` named, which is no part of the repository"
            if named
            else "letters of the tests' own fixtures"
        )

    def archive(self, folder, bytes):
        """Writes the letters over and over, a folder for each time, until there are so many bytes."""
        archive = Archive(folder)
        while archive.bytes < bytes:
            copy = folder / f"{archive.letters // len(self.texts):05}"
            copy.mkdir(parents=True)
            for name, text in self.texts.items():
                if archive.bytes >= bytes:
                    break
                (copy / name).write_bytes(text)
                archive.bytes += len(text)
                archive.letters += 1
        return archive


class Archive:
    """A folder, and how much is in it."""

    def __init__(self, folder):
        self.folder = folder
        self.letters = 0
        self.bytes = 0
