"""Packt site/ mit Anleitung und Server: `python -m calculators.paket SITE ZIEL`."""

from __future__ import annotations

import sys
import zipfile
from datetime import date
from pathlib import Path

HIER = Path(__file__).parent
ORDNER = "wegweiser-offline"
_UNNOETIG = (".br", ".gz", ".map")  # der kleine Server liefert nur die Dateien selbst


def packe(site: Path, ziel: Path) -> Path:
    """Schreibt das Paket; Pfade darin beginnen mit wegweiser-offline/."""
    if not (site / "index.html").is_file():
        sys.exit(f"In {site} liegt keine fertige Website. Zuerst: python3 los.py bauen")
    liesmich = (HIER / "LIESMICH.txt").read_text("utf-8")
    heute = f"{date.today():%d.%m.%Y}"
    with zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as paket:
        # mit Wagenrücklauf, damit auch ein alter Windows-Editor Zeilen zeigt
        text = liesmich.replace("{stand}", heute).replace("\n", "\r\n")
        paket.writestr(f"{ORDNER}/LIESMICH.txt", text)
        paket.write(HIER / "starten.py", f"{ORDNER}/starten.py")
        for datei in sorted(site.rglob("*")):
            if datei.is_file() and datei.suffix not in _UNNOETIG:
                paket.write(datei, f"{ORDNER}/wegweiser/{datei.relative_to(site)}")
    return ziel


if __name__ == "__main__":
    fertig = packe(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{fertig} ist fertig: {fertig.stat().st_size / 1e6:.1f} MB")
