"""Rechnet in Node mit genau den Dateien, die die Seite ausliefert: die Gegenprobe zu CPython."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import node
from .laufzeit import baue_laufzeit
from .pakete import rechenpakete, stdlib_paket


@dataclass(frozen=True)
class Lauf:
    """Die Antworten in der Reihenfolge der Anfragen; kalte_ladungen sollte 0 sein."""

    antworten: list[dict[str, Any]]
    kalte_ladungen: int


def rechne_gebuendelt(anfragen: Sequence[Mapping[str, Any]]) -> Lauf:
    """Beantwortet Anfragen {"rechner", "angaben", "stichtag"} mit dem gebündelten Python.

    Eine Antwort, die mit „!“ begänne (der gekürzten Bibliothek fehlt ein Modul), wirft ValueError.
    """
    teile = baue_laufzeit()
    lauf = node.rufe(
        "rechnen",
        {
            "wasm": str(teile.warm),
            "kalt": str(teile.kalt),
            "kern": str(teile.kern),
            "stdlib": str(stdlib_paket()),
            "pakete": rechenpakete(),
            "anfragen": [
                json.dumps(anfrage, ensure_ascii=False) for anfrage in anfragen
            ],
        },
    )
    return Lauf([_lies(text) for text in lauf["antworten"]], lauf["kalteLadungen"])


def rechne_unveraendert(anfragen: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Dasselbe mit dem unveränderten Pyodide, auf das die Seite im Notfall zurückfällt."""
    texte = [json.dumps(anfrage, ensure_ascii=False) for anfrage in anfragen]
    lauf = node.rufe("rechnen", {"pakete": rechenpakete(), "anfragen": texte})
    return [_lies(text) for text in lauf["antworten"]]


def _lies(text: str) -> dict[str, Any]:
    if text.startswith("!"):
        raise ValueError(
            f"Der gekürzten Standardbibliothek fehlt: {text[1:]}. Abhilfe: python3 los.py messen"
        )
    antwort: dict[str, Any] = json.loads(text)
    return antwort
