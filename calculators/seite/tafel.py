"""Tafel: die Werte der Redaktion beim Bau der Seiten, an einem Tag."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from pathlib import Path

from leistungsrechner.ablage import lies_ordner
from leistungsrechner.fehler import TabellenFehler
from leistungsrechner.lesen import Unlesbar, tag
from leistungsrechner.werte import Verzeichnis
from leistungsrechner.werteleser import lies_verzeichnis

ORDNER = Path(__file__).parents[2] / "docs" / "werte"


_ersatz: dict[Path, Verzeichnis] = {}


def verzeichnis(ordner: Path = ORDNER) -> Verzeichnis:
    """Alle Werte aller Tabellen; neu gelesen, sobald sich eine Datei ändert."""
    if ordner in _ersatz:
        return _ersatz[ordner]
    stand = tuple((d.name, d.stat().st_mtime_ns) for d in sorted(ordner.glob("*.md")))
    return _gelesen(ordner, stand)


def pruefe(
    ordner: Path = ORDNER, letzter_stand: Verzeichnis | None = None
) -> list[str]:
    """Alle Probleme der Tabellen; mit letzter_stand gilt bis zur Berichtigung dieser (nur in der Vorschau)."""
    _ersatz.pop(ordner, None)
    try:
        verzeichnis(ordner)
    except TabellenFehler as fehler:
        if letzter_stand is not None:
            _ersatz[ordner] = letzter_stand
        return [str(problem) for problem in fehler.probleme]
    return []


@lru_cache(maxsize=2)
def _gelesen(ordner: Path, stand: tuple[tuple[str, int], ...]) -> Verzeichnis:
    return lies_verzeichnis(
        {f"docs/werte/{name}": text for name, text in lies_ordner(ordner).items()}
    )


def heute() -> date:
    """Der Tag, für den die Seiten gebaut werden: heute oder WEGWEISER_STICHTAG (Vorschau)."""
    gesetzt = os.environ.get("WEGWEISER_STICHTAG")
    if not gesetzt:
        return date.today()
    try:
        return tag(gesetzt)
    except Unlesbar as fehler:
        raise SystemExit(f"WEGWEISER_STICHTAG: {fehler}") from None
