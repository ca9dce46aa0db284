"""Die drei Pakete für Python im Browser: gekürzte Standardbibliothek, Rechenwerk, Tabellen der Redaktion.

Es sind unverdichtete ZIP-Dateien: Verdichtet wird beim Ausliefern, und das gelingt über Dateigrenzen hinweg besser.
Getrennt sind sie, damit neue Beträge nur das kleinste ändern.
"""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Mapping
from pathlib import Path

from leistungsrechner.ablage import RECHENTABELLEN, lies_ordner
from leistungsrechner.werteleser import lies_verzeichnis

from . import node
from .ablage import abdruck_der_dateien, einmal, fingerabdruck
from .node import PAKETE, WURZEL, BauFehler

HIER = Path(__file__).parent
STDLIB = PAKETE / "pyodide" / "python_stdlib.zip"
MODULLISTE = HIER / "profil" / "module.txt"
MASCHINE = WURZEL / "engine" / "leistungsrechner"
WERTE = WURZEL / "docs" / "werte"
_ERSATZ = HIER / "ersatz"
_TUER = HIER / "tuer.py"
WERTE_NAME = "werte.json"
_IMMER_GLEICH = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # gleicher Inhalt gibt gleiche Bytes, also gleiche Namen
_OHNE_SATZUNG = 2  # wie -OO: ohne Docstrings und ohne assert
_VOLLSTAENDIG = 0


def module() -> list[str]:
    """Die Module der Standardbibliothek, die unsere Rechner brauchen."""
    return [
        zeile
        for zeile in MODULLISTE.read_text("utf-8").splitlines()
        if zeile and not zeile.startswith("#")
    ]


def stdlib_paket(namen: list[str] | None = None) -> Path:
    """Die gekürzte Standardbibliothek als ZIP mit Bytecode."""
    namen = module() if namen is None else namen
    quellen = _stdlib_quellen(namen)
    abdruck = fingerabdruck(
        _werkzeug(), *(teil for paar in sorted(quellen.items()) for teil in paar)
    )
    return (
        einmal(
            "stdlib",
            abdruck,
            lambda ordner: _packe(ordner, _uebersetzt(quellen, _OHNE_SATZUNG)),
        )
        / "paket.zip"
    )


def stdlib_mit_ersatz() -> Path:
    """Die ganze Standardbibliothek als Quelltext, nur mit unseren Ersatzmodulen: zum Messen."""

    def packe(ordner: Path) -> None:
        with zipfile.ZipFile(STDLIB) as paket:
            inhalt = {
                name: paket.read(name)
                for name in paket.namelist()
                if not name.endswith("/")
            }
        _packe(
            ordner, inhalt | {pfad: text.encode() for pfad, text in ersatz().items()}
        )

    return (
        einmal(
            "stdlib-ganz",
            fingerabdruck(_werkzeug(), repr(sorted(ersatz().items()))),
            packe,
        )
        / "paket.zip"
    )


def alle_module() -> set[str]:
    """Alle Module, die Pyodide als Quelltext mitbringt."""
    with zipfile.ZipFile(STDLIB) as paket:
        return {_modul(name) for name in paket.namelist() if name.endswith(".py")}


def regeln_paket() -> Path:
    """Das Rechenwerk als ZIP mit Bytecode, ohne die Befehlszeile."""
    dateien = {
        f"leistungsrechner/{datei.relative_to(MASCHINE).as_posix()}": datei
        for datei in MASCHINE.rglob("*.py")
        if datei.name != "__main__.py"
    }
    dateien["tuer.py"] = _TUER

    def baue(ordner: Path) -> None:
        texte = {pfad: datei.read_text("utf-8") for pfad, datei in dateien.items()}
        bytecode = _uebersetzt(texte, _VOLLSTAENDIG)
        _packe(ordner, bytecode)
        _packe(ordner, bytecode | {"vorgefertigt.bin": _vorgefertigt(ordner)})

    inhalt = abdruck_der_dateien(dateien.values())
    abdruck = fingerabdruck(_werkzeug(), inhalt, *sorted(dateien))
    return einmal("regeln", abdruck, baue) / "paket.zip"


def werte_paket() -> Path:
    """Die Tabellen der Redaktion als ZIP, fertig gelesen: Im Browser kostete das Lesen so lange wie zehn Rechnungen."""

    def baue(ordner: Path) -> None:
        werte = lies_verzeichnis(lies_ordner(WERTE, RECHENTABELLEN))
        _packe(ordner, {WERTE_NAME: werte.als_json().encode()})

    tabellen = [WERTE / f"{name}.md" for name in RECHENTABELLEN]
    tabellen = [tabelle for tabelle in tabellen if tabelle.is_file()]
    leser = [MASCHINE / name for name in ("tabelle.py", "werteleser.py", "werte.py")]
    return (
        einmal(
            "werte", abdruck_der_dateien([*tabellen, *leser, HIER / "pakete.py"]), baue
        )
        / "paket.zip"
    )


def rechenpakete() -> list[str]:
    """Was Python zum Rechnen ins Dateisystem bekommt: Rechenwerk und Tabellen."""
    return [str(regeln_paket()), str(werte_paket())]


def ersatz() -> dict[str, str]:
    """Unsere Ersatzmodule für Teile von Pyodide, die viel Standardbibliothek nach sich ziehen."""
    return {
        datei.relative_to(_ERSATZ).as_posix(): datei.read_text("utf-8")
        for datei in _ERSATZ.rglob("*.py")
    }


def _stdlib_quellen(namen: list[str]) -> dict[str, str]:
    with zipfile.ZipFile(STDLIB) as paket:
        alle = {name for name in paket.namelist() if name.endswith(".py")}
        pfade = {name: _pfad(name, alle) for name in namen}
        if fehlend := sorted(name for name, pfad in pfade.items() if pfad is None):
            raise BauFehler(
                f"{MODULLISTE.relative_to(WURZEL)}: In dieser Fassung von Pyodide gibt es {', '.join(fehlend)} nicht. "
                "Abhilfe: python3 los.py messen"
            )
        quellen = {
            pfad: paket.read(pfad).decode("utf-8") for pfad in pfade.values() if pfad
        }
    quellen |= {pfad: text for pfad, text in ersatz().items() if pfad in quellen}
    weg = sorted(_modul(pfad) for pfad in alle - set(quellen))
    return {**quellen, "weggelassen.py": f"NAMEN = frozenset({weg!r})\n"}


def _pfad(modul: str, vorhanden: set[str]) -> str | None:
    grund = modul.replace(".", "/")
    return next(
        (pfad for pfad in (f"{grund}/__init__.py", f"{grund}.py") if pfad in vorhanden),
        None,
    )


def _modul(pfad: str) -> str:
    return pfad.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _uebersetzt(quellen: Mapping[str, str], stufe: int) -> dict[str, bytes]:
    fertig = node.rufe(
        "uebersetzen", {"stufe": stufe, "dateien": dict(sorted(quellen.items()))}
    )
    return {f"{pfad}c": base64.b64decode(code) for pfad, code in fertig.items()}


def _vorgefertigt(ordner: Path) -> bytes:
    auftrag = {"pakete": [str(ordner / "paket.zip"), str(werte_paket())]}
    code: str = node.rufe("vorfertigen", auftrag)["code"]
    return base64.b64decode(code)


def _packe(ordner: Path, inhalt: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(ordner / "paket.zip", "w", zipfile.ZIP_STORED) as paket:
        for pfad in sorted(inhalt):
            paket.writestr(zipfile.ZipInfo(pfad, _IMMER_GLEICH), inhalt[pfad])


def _werkzeug() -> str:
    schritte = [
        HIER / "node" / "uebersetzen.mjs",
        HIER / "node" / "vorfertigen.mjs",
        HIER / "node" / "pyodide.mjs",
        HIER / "pakete.py",
    ]
    return abdruck_der_dateien(
        [*schritte, STDLIB, PAKETE / "pyodide" / "pyodide.asm.wasm"]
    )
