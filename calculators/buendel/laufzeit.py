"""Pyodide für die Seite: die schnelle Fassung (gekürzt, geteilt) und die volle (unverändert) als Rückfall."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from . import node, teilen
from .ablage import abdruck_der_dateien, einmal, fingerabdruck
from .node import PAKETE, WURZEL, BauFehler

HIER = Path(__file__).parent
BROWSER = HIER.parent / "browser"
PYODIDE = PAKETE / "pyodide"
WASM = PYODIDE / "pyodide.asm.wasm"
WARMLISTE = HIER / "profil" / "warm.txt"
EINSTIEGE = {
    "arbeiter": str(BROWSER / "worker.js"),
    "pyodide": str(BROWSER / "laufzeit.js"),
}
_ARBEITER = [
    BROWSER / name
    for name in (
        "worker.js",
        "abrufe.js",
        "laufzeit.js",
        "geteilt.js",
        "paket.js",
        "stichtag.js",
    )
]
_SCHRITTE = [
    HIER / "node" / name for name in ("buendeln.mjs", "kern.mjs", "pyodide.mjs")
]


@dataclass(frozen=True)
class Laufzeit:
    """Die fertigen Dateien; kern ist das gekürzte JavaScript für Läufe in Node."""

    arbeiter: Path
    pyodide: Path
    pyodide_voll: Path
    warm: Path
    kalt: Path
    kern: Path


def baue_laufzeit() -> Laufzeit:
    """Bündelt den Arbeiter und teilt das WebAssembly nach der gemessenen Liste."""
    return laufzeit_fuer(warme_funktionen())


def laufzeit_fuer(warme: list[int]) -> Laufzeit:
    """Dasselbe für eine gegebene Liste warmer Funktionen."""
    js = _javascript()

    def teile(ordner: Path) -> None:
        ausfuhr = json.loads((js / "ausfuhr.json").read_text("utf-8"))
        teile = teilen.teile(WASM.read_bytes(), warme, ausfuhr)
        (ordner / "warm.wasm").write_bytes(teile.warm)
        (ordner / "kalt.wasm").write_bytes(teile.kalt)

    werkzeug = abdruck_der_dateien(
        [WASM, HIER / "wasm.py", HIER / "teilen.py", js / "ausfuhr.json"]
    )
    geteilt = einmal("wasm", fingerabdruck(werkzeug, repr(warme)), teile)
    return Laufzeit(
        js / "schnell" / "arbeiter.js",
        js / "schnell" / "pyodide.js",
        js / "voll" / "pyodide.js",
        geteilt / "warm.wasm",
        geteilt / "kalt.wasm",
        js / "schnell" / "kern.mjs",
    )


def mit_spur() -> Path:
    """Das WebAssembly, das sich merkt, welche Funktionen liefen."""
    abdruck = abdruck_der_dateien([WASM, HIER / "wasm.py", HIER / "teilen.py"])
    return (
        einmal(
            "spur",
            abdruck,
            lambda o: _schreibe(o / "spur.wasm", teilen.mit_spur(WASM.read_bytes())),
        )
        / "spur.wasm"
    )


def warme_funktionen() -> list[int]:
    """Die gemessene Liste: die Plätze der Funktionen, die beim Start und beim Rechnen laufen."""
    fuer, *bereiche = [
        z for z in WARMLISTE.read_text("utf-8").splitlines() if not z.startswith("#")
    ]
    if fuer != abdruck_des_wasm():
        raise BauFehler(
            f"{WARMLISTE.relative_to(WURZEL)} gilt für eine andere Fassung von Pyodide. "
            "Abhilfe: python3 los.py messen"
        )
    aus: list[int] = []
    for bereich in bereiche:
        von, _, bis = bereich.partition("-")
        aus.extend(range(int(von), int(bis or von) + 1))
    return aus


def abdruck_des_wasm() -> str:
    """Woran die Liste erkennt, dass sie zum WebAssembly passt."""
    return abdruck_der_dateien([WASM])


def _javascript() -> Path:
    def buendle(ordner: Path) -> None:
        for art, kern in (("schnell", "gekuerzt"), ("voll", "ungekuerzt")):
            (ordner / art).mkdir()
            auftrag = {
                "ordner": str(ordner / art),
                "einstiege": EINSTIEGE,
                "kern": kern,
            }
            ergebnis = node.rufe("buendeln", auftrag)
            if kern == "gekuerzt":
                _schreibe(
                    ordner / "ausfuhr.json",
                    json.dumps(sorted(ergebnis["ausfuhr"])).encode(),
                )

    fremd = [
        PYODIDE / name
        for name in (
            "package.json",
            "pyodide.mjs",
            "pyodide.asm.mjs",
            "pyodide.asm.wasm",
        )
    ]
    fremd += [PYODIDE / "pyodide-lock.json", PAKETE / "esbuild" / "package.json"]
    return einmal(
        "arbeiter", abdruck_der_dateien([*_ARBEITER, *_SCHRITTE, *fremd]), buendle
    )


def _schreibe(datei: Path, inhalt: bytes) -> None:
    datei.write_bytes(inhalt)
