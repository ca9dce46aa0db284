"""Schreibt den Dienst der Site (Service Worker): dieselbe Site ohne Netz, ohne je Ausgaben zu mischen."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .ablage import fingerabdruck
from .einsetzen import seiten
from .laufzeit import BROWSER

if TYPE_CHECKING:
    from . import Buendel

QUELLE = BROWSER / "dienst" / "dienst.js"
NAME = "sw.js"
_NIE = (".br", ".gz", ".map", ".xml")
# Material legt seine Skripte und Stile immer dazu; in den Vorrat kommt davon nur, was eine Seite benutzt.
_NUR_BENUTZT = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_FASSUNG = re.compile(r'<meta name="fassung" content="(\w+)">')


def schreibe_dienst(site: Path, buendel: Buendel) -> Path:
    """Erzeugt sw.js mit der Liste aller Dateien dieser Ausgabe und ihren Prüfsummen."""
    alle_seiten = "".join(seite.read_text("utf-8") for seite in seiten(site))
    dateien = [
        _eintrag(site, datei)
        for datei in sorted(site.rglob("*"))
        if _gehoert_dazu(site, datei, buendel, alle_seiten)
    ]
    liste: dict[str, Any] = {
        "dateien": dateien,
        "rechenwerk": sorted(buendel.rechenwerk()),
    }
    liste["ausgabe"] = fingerabdruck(json.dumps(liste), QUELLE.read_bytes())
    text = json.dumps(liste, ensure_ascii=False, separators=(",", ":"))
    ziel = site / NAME
    ziel.write_text(f"const LISTE = {text};\n{QUELLE.read_text('utf-8')}", "utf-8")
    return ziel


def _gehoert_dazu(site: Path, datei: Path, buendel: Buendel, html: str) -> bool:
    pfad = datei.relative_to(site).as_posix()
    if not datei.is_file() or datei.suffix in _NIE or pfad == NAME:
        return False
    if pfad.startswith(_NUR_BENUTZT) and datei.name not in html:
        return False
    eigene = (buendel.start, buendel.dienst, *buendel.sofort.values())
    return datei.parent != buendel.ordner or pfad in eigene


def _eintrag(site: Path, datei: Path) -> list[str]:
    """Adresse, Prüfsumme des Inhalts und bei Seiten die Fassung, an der sie sich selbst erkennen."""
    roh = datei.read_bytes()
    adresse = datei.relative_to(site).as_posix()
    eintrag = [
        re.sub(r"(^|/)index\.html$", r"\1", adresse),
        hashlib.sha256(roh).hexdigest(),
    ]
    if datei.suffix == ".html" and (fassung := _FASSUNG.search(roh.decode("utf-8"))):
        eintrag.append(fassung[1])
    return eintrag
