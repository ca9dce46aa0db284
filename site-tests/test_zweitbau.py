"""Die Versicherung: Der gepflegte Ableger des Generators baut aus derselben Konfiguration dieselben Seiten."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
_INHALT = re.compile(r"<article.*?</article>", re.DOTALL)


def inhalt(datei: Path) -> str:
    """Der Inhalt der Seite; was je Bau verschieden sein darf (Kopf, Dateinamen), steht außerhalb."""
    treffer = _INHALT.search(datei.read_text("utf-8"))
    return treffer[0] if treffer else ""


def test_properdocs_baut_dieselben_seiten(gebaute_seite: Path, tmp_path: Path) -> None:
    ziel = tmp_path / "site"

    lauf = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--quiet", "--strict", "-f", "mkdocs.yml", "-d", str(ziel)],
        cwd=WURZEL, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert lauf.returncode == 0, lauf.stderr
    seiten = {
        datei.relative_to(gebaute_seite) for datei in gebaute_seite.rglob("*.html")
    }
    assert {datei.relative_to(ziel) for datei in ziel.rglob("*.html")} == seiten
    assert [
        str(s) for s in sorted(seiten) if inhalt(ziel / s) != inhalt(gebaute_seite / s)
    ] == []
