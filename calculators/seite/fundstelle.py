"""Fundstelle: wo im Text etwas steht, und was dort nicht stimmt."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path

from markdown import Markdown

log = logging.getLogger("mkdocs.wegweiser")


@dataclass
class Sammlung:
    """Alle Probleme eines Baus; erst am Ende bricht er ab, damit alle auf einmal zu sehen sind."""

    probleme: list[str] = field(default_factory=list)

    def melde(self, problem: str) -> None:
        """Merkt sich ein Problem und zeigt es im Terminal."""
        self.probleme.append(problem)
        log.warning(problem)

    def nimm_alle(self) -> list[str]:
        """Gibt alle Probleme heraus und vergisst sie."""
        probleme, self.probleme = self.probleme, []
        return probleme


SAMMLUNG = Sammlung()


def ort(md: Markdown, roh: str) -> str:
    """Datei und Zeile, in der dieser Text steht, soweit der Generator die Seite verrät."""
    datei = quelldatei(md)
    if datei is None:
        return "Seite unbekannt"
    for nummer, zeile in enumerate(datei.read_text("utf-8-sig").splitlines(), 1):
        if roh in zeile:
            return f"{_kurz(datei)}:{nummer}"
    return f"{_kurz(datei)} (in einem eingefügten Baustein)"


def quelldatei(md: Markdown) -> Path | None:
    """Die Datei der Seite, die gerade entsteht, soweit der Generator sie verrät."""
    try:
        return Path(md.treeprocessors["relpath"].file.abs_src_path)  # type: ignore[attr-defined]
    except (KeyError, AttributeError, TypeError):
        return None


def _kurz(datei: Path) -> str:
    try:
        return str(datei.relative_to(Path.cwd()))
    except ValueError:
        return str(datei)
