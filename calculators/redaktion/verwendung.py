"""Verwendung: auf welchen Seiten ein Wert steht und welche Rechner mit ihm rechnen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from calculators.redaktion.faelle import falltabelle
from leistungsrechner import RECHNER, rechne
from leistungsrechner.werte import Eintrag, Verzeichnis

WURZEL = Path(__file__).parents[2]
DOCS = WURZEL / "docs"
RECHENWERK = WURZEL / "engine" / "leistungsrechner" / "rechner"
_WERT = re.compile(r"(?<!\\)\{\{\s*([a-z][a-z0-9_]*)\s*(?:\||\}\})")
_RECHNUNG = re.compile(r"(?<!\\)\{\{\s*rechne\s+([a-z_]+)\s")
_TABELLE = re.compile(r"^\s*\[werte:\s*([a-z0-9_\s]+)\]\s*$", re.MULTILINE)
_FORMULAR = re.compile(r"^\s*\[rechner:\s*([a-z_]+)\s*\]\s*$", re.MULTILINE)
_EINFUEGUNG = re.compile(r"\{!\s*(.+?)\s*!\}")
_TITEL = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
_SCHLUESSEL = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")


@dataclass(frozen=True)
class Seite:
    """Eine Seite: ihr Pfad unter docs, ihr Titel und was auf ihr steht."""

    pfad: str
    titel: str
    schluessel: frozenset[str]
    rechner: frozenset[str]


def alle_seiten(docs: Path = DOCS) -> list[Seite]:
    """Alle Seiten samt den Bausteinen, die in sie eingefügt sind; die Tabellen selbst gehören nicht dazu."""
    return [
        _seite(datei, docs)
        for datei in sorted(docs.rglob("*.md"))
        if not datei.name.startswith("_")
        and not datei.relative_to(docs).parts[0].startswith(("_", "werte"))
    ]


def _seite(datei: Path, docs: Path) -> Seite:
    text = _mit_bausteinen(datei.read_text("utf-8-sig"), docs)
    text += "".join(d.read_text("utf-8-sig") for d in datei.parent.glob("_daten-*.md"))
    titel = _TITEL.search(text)
    return Seite(
        datei.relative_to(docs).as_posix(),
        titel[1].strip().strip("\"'") if titel else datei.stem,
        frozenset(_werte(text)),
        frozenset(_RECHNUNG.findall(text) + _FORMULAR.findall(text)),
    )


def _mit_bausteinen(text: str, docs: Path) -> str:
    def einfuegen(treffer: re.Match[str]) -> str:
        datei = docs / treffer[1]
        if not datei.is_file():  # meldet, mit Seite und Zeile, der Bau
            return ""
        return _mit_bausteinen(datei.read_text("utf-8-sig"), docs)

    return _EINFUEGUNG.sub(einfuegen, text)


def _werte(text: str) -> Iterator[str]:
    yield from _WERT.findall(text)
    for liste in _TABELLE.findall(text):
        yield from liste.split()


def rechnerseite(rechner: str, docs: Path = DOCS) -> str:
    """Der Pfad der Seite im Ordner „rechner“, auf der dieser Rechner steht; leer, wenn es keine gibt."""
    seiten = (
        datei.relative_to(docs).as_posix()
        for datei in sorted((docs / "rechner").glob("*.md"))
        if rechner in _FORMULAR.findall(datei.read_text("utf-8-sig"))
    )
    return next(seiten, "")


class _Mitschrift(Verzeichnis):
    """Ein Verzeichnis, das sich merkt, wonach gefragt wurde."""

    def __init__(self, verzeichnis: Verzeichnis) -> None:
        super().__init__(dict(verzeichnis.items()))
        self.gefragt: set[str] = set()

    def __getitem__(self, schluessel: str) -> Eintrag:
        self.gefragt.add(schluessel)
        return super().__getitem__(schluessel)


def in_rechnern(verzeichnis: Verzeichnis) -> dict[str, set[str]]:
    """Welche Werte jeder Rechner braucht: was sein Quelltext nennt und wonach er in den Fällen fragt."""
    genannt = {name: _genannt(RECHENWERK / name, verzeichnis) for name in RECHNER}
    for fall in falltabelle().lies_faelle()[0]:
        mitschrift = _Mitschrift(verzeichnis)
        rechne(
            fall.rechner, fall.angaben, fall.stichtag or None, verzeichnis=mitschrift
        )
        genannt[fall.rechner] |= mitschrift.gefragt
    return genannt


def im_quelltext(verzeichnis: Verzeichnis) -> set[str]:
    """Alle Werte, die das Rechenwerk irgendwo nennt."""
    return _genannt(RECHENWERK.parent, verzeichnis)


def _genannt(ordner: Path, verzeichnis: Verzeichnis) -> set[str]:
    muster = [
        muster
        for datei in ordner.rglob("*.py")
        for muster in _muster(ast.parse(datei.read_text("utf-8")))
    ]
    return {name for name in verzeichnis if any(m.fullmatch(name) for m in muster)}


def _muster(baum: ast.AST) -> Iterator[re.Pattern[str]]:
    """Schlüssel im Quelltext; in f"ms_satz_{art}" steht die Lücke für jedes Wort."""
    for knoten in ast.walk(baum):
        if isinstance(knoten, ast.JoinedStr):
            teile = [
                re.escape(str(teil.value))
                if isinstance(teil, ast.Constant)
                else "[a-z0-9_]+"
                for teil in knoten.values
            ]
            if re.match(r"[a-z0-9]+_", "".join(teile)):
                yield re.compile("".join(teile))
        elif isinstance(knoten, ast.Constant) and _SCHLUESSEL.fullmatch(
            str(knoten.value)
        ):
            yield re.compile(str(knoten.value))
