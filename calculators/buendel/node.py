"""Ruft die Bauschritte, die Node braucht: esbuild und Pyodide."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

WURZEL = Path(__file__).parents[2]
PAKETE = WURZEL / "node_modules"
_SCHRITTE = Path(__file__).with_name("node")


class BauFehler(Exception):
    """Das Bündel lässt sich nicht bauen; der Text sagt, woran es liegt und was hilft."""


def rufe(schritt: str, auftrag: dict[str, Any]) -> Any:
    """Führt node/SCHRITT.mjs mit einem Auftrag aus und liefert seine Antwort."""
    node = shutil.which("node")
    if node is None or not (PAKETE / "pyodide").is_dir():
        raise BauFehler(
            "Node oder seine Pakete fehlen. Abhilfe: python3 los.py einrichten"
        )
    lauf = subprocess.run(
        [node, _SCHRITTE / f"{schritt}.mjs"],
        input=json.dumps(auftrag),
        capture_output=True,
        text=True,
        cwd=WURZEL,
    )
    if lauf.returncode != 0 or not lauf.stdout:
        raise BauFehler(
            f"Der Bauschritt {schritt} ist gescheitert:\n{lauf.stderr.strip()[-2000:]}"
        )
    return json.loads(lauf.stdout)
