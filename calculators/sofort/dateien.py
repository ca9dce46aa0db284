"""Legt die Tafeln für das Bündel bereit: gerechnet in einem frischen Python, aufgehoben, solange sich nichts ändert."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from calculators.buendel import pakete
from calculators.buendel.ablage import abdruck_der_dateien, einmal, fingerabdruck
from calculators.buendel.node import WURZEL, BauFehler
from calculators.seite import tafel as werte_der_seite
from leistungsrechner.ablage import RECHENTABELLEN

from .fragen import FRAGEN

HIER = Path(__file__).parent
ARTEN = ("tafeln", "sofort")  # so heißen sie im Zwischenspeicher
_VERSUCHE = 3
_ZUGLEICH = 2


def sofort_dateien(rechenwerk: list[str]) -> dict[str, Path]:
    """Je Rechner eine Tafel als JSON, die sagt, zu welchem Rechenwerk (Dateinamen) sie gehört."""
    tafeln = _tafeln()

    def baue(ordner: Path) -> None:
        for frage in FRAGEN:
            name = f"{frage.rechner}.json"
            inhalt = json.loads((tafeln / name).read_text("utf-8"))
            text = json.dumps(
                {"zu": rechenwerk, **inhalt}, ensure_ascii=False, separators=(",", ":")
            )
            (ordner / name).write_text(text, "utf-8")

    abdruck = fingerabdruck(tafeln.name, *rechenwerk)
    ordner = einmal("sofort", abdruck, baue)
    return {frage.rechner: ordner / f"{frage.rechner}.json" for frage in FRAGEN}


def _tafeln() -> Path:
    """Die gerechneten Tafeln. Ändert sich beim Rechnen eine Quelle, wird noch einmal gerechnet."""
    jahr = werte_der_seite.heute().year

    def baue(ordner: Path) -> None:
        for _ in range(_VERSUCHE):
            vorher = _abdruck(jahr)
            _rechne(ordner, (jahr, jahr + 1))
            if _abdruck(jahr) == vorher == abdruck:
                return
        raise BauFehler(
            "Das Rechenwerk hat sich geändert, während die Sofortantworten gerechnet wurden. Bitte noch einmal bauen."
        )

    abdruck = _abdruck(jahr)
    return einmal("tafeln", abdruck, baue)


def _abdruck(jahr: int) -> str:
    tabellen = [pakete.WERTE / f"{name}.md" for name in RECHENTABELLEN]
    quellen = [
        *pakete.MASCHINE.rglob("*.py"),
        *HIER.glob("*.py"),
        *(tabelle for tabelle in tabellen if tabelle.is_file()),
    ]
    return fingerabdruck(abdruck_der_dateien(quellen), str(jahr))


def _rechne(ordner: Path, jahre: tuple[int, ...]) -> None:
    """Jeder Rechner in einem eigenen Python: In diesem hier könnte noch ein alter Stand des Rechenwerks geladen sein."""
    befehl = [sys.executable, "-m", "calculators.sofort", str(pakete.WERTE)]
    suchpfad = os.pathsep.join(map(str, (WURZEL, pakete.MASCHINE.parent)))
    umgebung = {**os.environ, "PYTHONPATH": suchpfad}

    def rechne(rechner: str) -> None:
        lauf = subprocess.run(
            [*befehl, rechner, *map(str, jahre)],
            cwd=WURZEL,
            env=umgebung,
            capture_output=True,
        )
        if lauf.returncode:
            raise BauFehler(
                f"Die Sofortantwort zu „{rechner}“ ließ sich nicht rechnen.\n{lauf.stderr.decode()}"
            )
        (ordner / f"{rechner}.json").write_bytes(lauf.stdout)

    with ThreadPoolExecutor(_ZUGLEICH) as helfer:
        list(helfer.map(rechne, (frage.rechner for frage in FRAGEN)))
