"""Stellt der fertigen Suche Fragen, ohne Browser: für die Prüfung der Rangfolge."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from calculators.buendel import node

from . import ORDNER

_FRAGE = Path(__file__).with_name("frage")


def frage(site: Path, anfragen: Sequence[str]) -> list[list[str]]:
    """Je Anfrage die Adressen der Treffer ab der Wurzel der Site, mit Anker, beste zuerst."""
    ordner = site / ORDNER
    namen = json.loads((ordner / "dateien.json").read_text("utf-8"))
    auftrag = {
        "verzeichnis": str(ordner / namen["verzeichnis"]),
        "anfragen": list(anfragen),
    }
    antworten: list[list[str]] = node.rufe(str(_FRAGE), auftrag)
    return antworten
