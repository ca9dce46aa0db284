"""Prüft vor dem Bau, dass jeder eingefügte Baustein da ist: Sonst verschwände Text, oder der Bau bräche unverständlich ab."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

_EINFUEGUNG = re.compile(r"\{!\s*(.+?)\s*!\}")


def fehlende_bausteine(docs: Path) -> list[str]:
    """Alle Einfügungen, deren Datei es nicht gibt, mit Seite, Zeile und dem nächstliegenden Namen."""
    vorhanden = sorted(str(datei.relative_to(docs)) for datei in docs.rglob("*.md"))
    return [
        problem
        for seite in sorted(docs.rglob("*.md"))
        for problem in _in(seite, docs, vorhanden)
    ]


def _in(seite: Path, docs: Path, vorhanden: list[str]) -> Iterator[str]:
    for nummer, zeile in enumerate(seite.read_text("utf-8-sig").splitlines(), 1):
        for name in _EINFUEGUNG.findall(zeile):
            datei = name.split("!")[0].strip()
            if datei in vorhanden:
                continue
            nahe = get_close_matches(datei, vorhanden, n=1)
            gemeint = f" Gemeint: „{nahe[0]}“?" if nahe else ""
            ort = f"{docs.name}/{seite.relative_to(docs)}:{nummer}"
            yield f"{ort}: Den Baustein „{datei}“ gibt es unter {docs.name}/ nicht.{gemeint}"
