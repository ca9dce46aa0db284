"""Befehlszeile: `python -m calculators.buendel SITE [--entwicklung]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import buendle
from .node import BauFehler


def main() -> int:
    """Bündelt in eine gebaute Site; nennt die Dateien und ihre Größe."""
    leser = argparse.ArgumentParser(
        prog="python -m calculators.buendel",
        description="Legt das Rechenwerk in die gebaute Site.",
    )
    leser.add_argument("site", type=Path, help="Ordner der gebauten Site")
    leser.add_argument(
        "--entwicklung",
        action="store_true",
        help="ohne verdichtete Fassungen, Sicherheitsregel und Dienst",
    )
    angaben = leser.parse_args()
    if not angaben.site.is_dir():
        print(
            f"{angaben.site}: Diesen Ordner gibt es nicht. Erst die Seiten bauen: python3 los.py bauen",
            file=sys.stderr,
        )
        return 2
    try:
        buendel = buendle(angaben.site, angaben.entwicklung)
    except BauFehler as fehler:
        print(fehler, file=sys.stderr)
        return 1
    for datei in sorted(buendel.ordner.iterdir()):
        print(f"{datei.stat().st_size:>10,} {datei.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
