"""Werkstatt: In der Vorschau stehen Fehler auf der Seite selbst, nicht nur im Terminal."""

from __future__ import annotations

import shutil
import tempfile
from html import escape
from pathlib import Path

_HINWEIS = "Diese Seite zeigt deshalb noch den letzten lesbaren Stand. Speichern Sie die Berichtigung; die Seite lädt von selbst neu."


def fehlertafel(probleme: list[str]) -> str:
    """Ein Kasten mit allen Problemen; leer, wenn es keine gibt."""
    if not probleme:
        return ""
    punkte = "".join(f"<li>{escape(problem)}</li>" for problem in probleme)
    zahl = "Ein Fehler" if len(probleme) == 1 else f"{len(probleme)} Fehler"
    return (
        f'<div class="admonition gefahr werkstatt" role="alert"><p class="admonition-title">{zahl} in Tabellen oder Text</p>'
        f"<ul>{punkte}</ul><p>{_HINWEIS}</p></div>"
    )


def mit_fehlertafel(seite: str, probleme: list[str]) -> str:
    """Die fertige Seite mit dem Kasten am Anfang ihres Inhalts."""
    anfang = seite.find("<article")
    stelle = seite.find(">", anfang) + 1 if anfang >= 0 else 0
    return seite[:stelle] + fehlertafel(probleme) + seite[stelle:]


def lege_beiseite(ordner: Path) -> Path:
    """Hebt einen Ordner der Seite auf, den der nächste Bau sonst löscht."""
    ziel = Path(tempfile.mkdtemp(prefix="wegweiser-")) / ordner.name
    shutil.move(ordner, ziel)
    return ziel


def lege_zurueck(beiseite: Path, ordner: Path) -> None:
    """Legt den aufgehobenen Ordner wieder an seinen Platz."""
    ordner.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(beiseite, ordner)
    beiseite.parent.rmdir()
