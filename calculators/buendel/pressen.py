"""Legt neben jede Datei des Bündels ihre verdichteten Fassungen, für Server, die fertige .br und .gz ausliefern."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from .ablage import abdruck_der_dateien, einmal

ENDUNGEN = (".br", ".gz")


def presse(datei: Path, ziel: Path) -> None:
    """Schreibt ZIEL.br und ZIEL.gz aus DATEI, beide mit der höchsten Stufe."""
    fertig = _fertig(datei)
    for endung in ENDUNGEN:
        shutil.copyfile(fertig / f"fertig{endung}", ziel.with_name(ziel.name + endung))


def verdichtet(datei: Path) -> int:
    """Wie viele Bytes von DATEI mit Brotli übrig bleiben."""
    return (_fertig(datei) / "fertig.br").stat().st_size


def _fertig(datei: Path) -> Path:
    def verdichte(ordner: Path) -> None:
        roh = datei.read_bytes()
        (ordner / "fertig.br").write_bytes(brotli.compress(roh))
        (ordner / "fertig.gz").write_bytes(gzip.compress(roh, 9, mtime=0))

    return einmal("gepresst", abdruck_der_dateien([datei]), verdichte)
