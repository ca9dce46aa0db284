"""Bündelt Rechenwerk, Pyodide und Browser-Code für die fertige Site.

Ein Aufruf nach dem Bau der Seiten: `buendle(site)`. Er legt die Dateien mit ihrem Inhaltsabdruck im Namen nach
`site/assets/rechner/`, setzt die Verweise in die Seiten, schreibt die Sicherheitsregel und den Dienst für den
Betrieb ohne Netz. Was sich nicht geändert hat, kommt aus `.cache/`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calculators.sofort import dateien as sofort

from . import node
from .ablage import abdruck_der_dateien, einmal, raeume_auf
from .aufraeumen import raeume_weg
from .dienst import schreibe_dienst
from .einsetzen import setze_ein
from .gestaltung import fasse_zusammen
from .laufzeit import BROWSER, PYODIDE, WASM, baue_laufzeit
from .pakete import STDLIB, regeln_paket, stdlib_paket, werte_paket
from .pressen import lege_ab, verdichtet
from .sicherheit import sichere

__all__ = ["Buendel", "Fassung", "buendle"]

ORDNER = "assets/rechner"
_EINSTIEGE = {
    "rechner": "einstieg.js",
    "voraus": "voraus.js",
    "dienst": "dienst-anmelden.js",
    "offline": "offline.js",
}


@dataclass(frozen=True)
class Fassung:
    """Eine Art, Python zu starten: Adressen ab der Wurzel der Site und die Bytes für die Fortschrittsanzeige."""

    arbeiter: str
    dateien: dict[str, str]
    groessen: dict[str, int]
    leitung: int  # so viele Bytes kommen verdichtet durch die Leitung


@dataclass(frozen=True)
class Buendel:
    """Alles, was in assets/rechner liegt; Adressen ab der Wurzel der Site."""

    ordner: Path
    start: str
    voraus: str  # das Skript selbst: Es steht in der Seite
    dienst: str
    offline: str
    schnell: Fassung
    voll: Fassung
    sofort: dict[str, str]  # je Rechner seine Tafel für die Zeit vor Python

    def rechenwerk(self) -> list[str]:
        """Was ein Gerät braucht, um ohne Netz zu rechnen."""
        return [self.schnell.arbeiter, *self.schnell.dateien.values()]

    def liste(self, von_hier: Callable[[str], str]) -> dict[str, Any]:
        """Was in einer Seite steht (`rechner-dateien`): die Adressen von dieser Seite aus."""
        fassungen: dict[str, Any] = {
            art: {
                "arbeiter": von_hier(fassung.arbeiter),
                "dateien": {
                    name: von_hier(adresse) for name, adresse in fassung.dateien.items()
                },
                "bytes": fassung.groessen,
                "leitung": fassung.leitung,
            }
            for art, fassung in (("schnell", self.schnell), ("voll", self.voll))
        }
        tafeln = {name: von_hier(adresse) for name, adresse in self.sofort.items()}
        return {**fassungen, "sofort": tafeln}


def buendle(site: Path, entwicklung: bool = False) -> Buendel:
    """Macht aus den gebauten Seiten die fertige Site; ein zweiter Lauf ändert nichts.

    Mit entwicklung (für `mkdocs serve`) entfallen verdichtete und zusammengefasste Dateien, Sofortantworten,
    Sicherheitsregel und Dienst: Sie brauchen lange oder stünden dem Neuladen im Weg.
    """
    buendel = _lege_ab(site, entwicklung)
    if not entwicklung:
        fasse_zusammen(site)
    setze_ein(site, buendel, mit_dienst=not entwicklung)
    if not entwicklung:
        raeume_weg(site)
        sichere(site)
        schreibe_dienst(site, buendel)
    return buendel


def _lege_ab(site: Path, entwicklung: bool) -> Buendel:
    ordner = site / ORDNER
    shutil.rmtree(ordner, ignore_errors=True)
    ordner.mkdir(parents=True)

    def lege(datei: Path, name: str) -> str:
        return f"{ORDNER}/{lege_ab(datei, ordner, name, verdichte=not entwicklung)}"

    teile, stdlib, seite = baue_laufzeit(), stdlib_paket(), _seitenskripte()
    regeln, werte = regeln_paket(), werte_paket()
    rechnen = {
        "regeln": lege(regeln, "regeln"),
        "werte": lege(werte, "werte"),
    }
    arbeiter = lege(teile.arbeiter, "arbeiter")
    schnell = Fassung(
        arbeiter,
        {
            "kern": lege(teile.pyodide, "pyodide"),
            "wasm": lege(teile.warm, "python"),
            "stdlib": lege(stdlib, "bibliothek"),
            **rechnen,
            "kalt": lege(teile.kalt, "python-rest"),
        },
        *_groessen(wasm=teile.warm, stdlib=stdlib, regeln=regeln, werte=werte),
    )
    voll = Fassung(
        arbeiter,
        {
            "kern": lege(teile.pyodide_voll, "pyodide-voll"),
            "wasm": lege(WASM, "python-voll"),
            "stdlib": lege(STDLIB, "bibliothek-voll"),
            **rechnen,
        },
        *_groessen(wasm=WASM, stdlib=STDLIB, regeln=regeln, werte=werte),
    )
    zu = [Path(adresse).name for adresse in rechnen.values()]
    tafeln = {} if entwicklung else sofort.sofort_dateien(zu)
    start, dienst, offline = (
        lege(seite / f"{name}.js", name) for name in ("rechner", "dienst", "offline")
    )
    voraus = (seite / "voraus.js").read_text("utf-8").strip()
    sofort_ = {name: lege(datei, f"sofort-{name}") for name, datei in tafeln.items()}
    for art in ("regeln", "werte", "stdlib", "arbeiter", "wasm", "seite", "spur", *sofort.ARTEN):  # fmt: skip
        raeume_auf(art)
    raeume_auf("gepresst", hoechstens=60)
    return Buendel(ordner, start, voraus, dienst, offline, schnell, voll, sofort_)


def _groessen(**dateien: Path) -> tuple[dict[str, int], int]:
    """Wie groß jede Datei ist, und wie viele Bytes alle zusammen verdichtet haben."""
    groessen = {name: datei.stat().st_size for name, datei in dateien.items()}
    return groessen, sum(verdichtet(datei) for datei in dateien.values())


def _seitenskripte() -> Path:
    """Das JavaScript der Seite: der Einstieg der Rechner und die Anmeldung des Dienstes."""

    def baue(ordner: Path) -> None:
        einstiege = {name: str(BROWSER / quelle) for name, quelle in _EINSTIEGE.items()}
        node.rufe("buendeln", {"ordner": str(ordner), "einstiege": einstiege})

    werkzeug = [
        Path(__file__).with_name("node") / "buendeln.mjs",
        PYODIDE.parent / "esbuild" / "package.json",
    ]
    return einmal(
        "seite", abdruck_der_dateien([*BROWSER.rglob("*.js"), *werkzeug]), baue
    )
