"""Rechnet eine Tafel: `python -m calculators.sofort ORDNER RECHNER JAHR…`; das Ergebnis ist JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from leistungsrechner import ablage

from .fragen import FRAGEN
from .tafel import TafelFehler, tafel


def main(ordner: str, rechner: str, *jahre: str) -> int:
    """Schreibt die Tafel auf die Ausgabe; passt eine Antwort nicht hinein, sagt sie welche."""
    (frage,) = (frage for frage in FRAGEN if frage.rechner == rechner)
    verzeichnis = ablage.verzeichnis(Path(ordner))
    try:
        fertig = tafel(frage, verzeichnis, tuple(map(int, jahre)))
    except TafelFehler as fehler:
        print(f"calculators/sofort/fragen.py: {fehler}", file=sys.stderr)
        return 1
    text = json.dumps(fertig, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
