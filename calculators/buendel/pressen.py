"""Legt Dateien mit ihrem Inhaltsabdruck im Namen ab, daneben fertige .br und .gz für Server, die sie ausliefern."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from .ablage import abdruck_der_dateien, einmal

ENDUNGEN = (".br", ".gz")
_STELLEN = 10  # so viele kennt auch der Dienst (dienst.js)


def lege_ab(datei: Path, ordner: Path, name: str, *, verdichte: bool = True) -> str:
    """Kopiert DATEI als NAME mit ihrem Inhaltsabdruck nach ORDNER, daneben verdichtet; liefert den neuen Namen."""
    abdruck = abdruck_der_dateien([datei])[:_STELLEN]
    ziel = ordner / f"{name}-{abdruck}{datei.suffix}"
    if not ziel.is_file():  # gleicher Name, gleicher Inhalt
        shutil.copyfile(datei, ziel)
        if verdichte:
            presse(datei, ziel)
    return ziel.name


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
