"""Macht aus [abdeckung] die Tabelle: Welche Stelle der Quellen steht auf welcher Seite?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]
from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from leistungsrechner.tabelle import lies_tabellen

from .tafel import ORDNER

DOCS = ORDNER.parent
_LISTE = "mitarbeit/_abschnitte.md"
_GANZES_KAPITEL = re.compile(r"B\d+")


@dataclass(frozen=True)
class Abschnitt:
    """Eine Stelle der Quellen und die Seiten, auf denen sie steht."""

    kennung: str
    quelle: str
    thema: str
    seiten: tuple[str, ...]


def abschnitte(docs: Path = DOCS) -> list[Abschnitt]:
    """Alle Stellen der Quellen in ihrer Reihenfolge."""
    seiten = kennungen_der_seiten(docs)
    text = (docs / _LISTE).read_text("utf-8")
    [tabelle], _ = lies_tabellen(text, _LISTE, "Kennung")
    return [
        Abschnitt(
            zeile["Kennung"],
            zeile["Quelle"],
            zeile["Worum es geht"],
            tuple(
                sorted(
                    s
                    for s, kennungen in seiten.items()
                    if zeile["Kennung"] in kennungen
                )
            ),
        )
        for zeile in tabelle.zeilen
    ]


def unbekannte(docs: Path = DOCS) -> list[str]:
    """Kennungen auf Seiten, die keine Stelle der Quellen meinen (ganze Kapitel wie B5 sind erlaubt)."""
    bekannt = {abschnitt.kennung for abschnitt in abschnitte(docs)}
    return [
        f"{seite}: {kennung}"
        for seite, kennungen in kennungen_der_seiten(docs).items()
        for kennung in sorted(kennungen - bekannt)
        if not _GANZES_KAPITEL.fullmatch(kennung)
    ]


def kennungen_der_seiten(docs: Path) -> dict[str, set[str]]:
    """Zu jeder Seite die Kennungen aus ihrem Kopf."""
    return {
        str(datei.relative_to(docs)): {
            str(k) for k in kopf(datei).get("abschnitte") or []
        }
        for datei in seitendateien(docs)
    }


def seitendateien(docs: Path = DOCS) -> list[Path]:
    """Alle Seiten; was mit „_“ beginnt, ist keine."""
    return [
        datei
        for datei in sorted(docs.rglob("*.md"))
        if not any(teil.startswith("_") for teil in datei.relative_to(docs).parts)
    ]


def kopf(datei: Path) -> dict[str, Any]:
    """Der Kopf einer Seite (front matter)."""
    return _gelesener_kopf(datei, datei.stat().st_mtime_ns)


@cache
def _gelesener_kopf(datei: Path, stand: int) -> dict[str, Any]:
    text = datei.read_text("utf-8-sig")
    ende = text.find("\n---", 3)
    try:
        return (
            yaml.safe_load(text[3:ende]) if text.startswith("---") and ende > 0 else {}
        )
    except yaml.YAMLError:  # mit Rat gemeldet in seitenkopf.py
        return {}


class Abdeckung(Preprocessor):
    """Ersetzt die Marke durch die Tabelle."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt die Marke, wo sie allein in einer Zeile steht."""
        return [
            neu
            for zeile in lines
            for neu in (_tabelle() if zeile.strip() == "[abdeckung]" else [zeile])
        ]


def _tabelle() -> list[str]:
    zeilen = [
        f"| {a.kennung} | {a.quelle} | {a.thema} | {'<br>'.join(_verweis(s) for s in a.seiten)} |"
        for a in abschnitte()
    ]
    return [
        "| Kennung | Quelle | Worum es geht | Seite |",
        "|---|---|---|---|",
        *zeilen,
    ]


def _verweis(seite: str) -> str:
    return f"[{seite.removesuffix('.md')}](../{seite})"


class AbdeckungErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach dem Einfügen der Bausteine (101)."""
        md.preprocessors.register(Abdeckung(md), "wegweiser_abdeckung", 98)


def makeExtension(**einstellungen: object) -> AbdeckungErweiterung:
    """Einstieg für Python-Markdown."""
    return AbdeckungErweiterung(**einstellungen)
