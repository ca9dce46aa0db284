"""Schreibt den Dienst der Site (Service Worker): dieselbe Site ohne Netz, ohne je Ausgaben zu mischen."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .ablage import fingerabdruck
from .laufzeit import BROWSER

if TYPE_CHECKING:
    from . import Buendel

QUELLE = BROWSER / "dienst" / "dienst.js"
NAME = "sw.js"
GROESSE = "vorrat.json"
_NIE = (".br", ".gz", ".map", ".xml")
_FASSUNG = re.compile(r'<meta name="fassung" content="(\w+)">')


def schreibe_dienst(site: Path, buendel: Buendel) -> Path:
    """Erzeugt sw.js mit der Liste aller Dateien dieser Ausgabe, ihren Prüfsummen und Größen."""
    (site / GROESSE).unlink(missing_ok=True)
    vorrat = [
        datei
        for datei in sorted(site.rglob("*"))
        if _gehoert_dazu(site, datei, buendel)
    ]
    rechenwerk = sorted(buendel.rechenwerk())
    zum_rechnen = [site / adresse for adresse in rechenwerk]
    vorrat.append(_schreibe_groesse(site, [*vorrat, *zum_rechnen]))
    liste: dict[str, Any] = {
        "dateien": [_eintrag(site, datei) for datei in vorrat],
        "rechenwerk": rechenwerk,
        "bytes": [datei.stat().st_size for datei in (*vorrat, *zum_rechnen)],
    }
    liste["ausgabe"] = fingerabdruck(json.dumps(liste), QUELLE.read_bytes())
    text = json.dumps(liste, ensure_ascii=False, separators=(",", ":"))
    ziel = site / NAME
    ziel.write_text(f"const LISTE = {text};\n{QUELLE.read_text('utf-8')}", "utf-8")
    return ziel


def _schreibe_groesse(site: Path, dateien: list[Path]) -> Path:
    """Wie viele Bytes der ganze Vorrat braucht: verdichtet auf der Leitung und ausgepackt am Gerät."""
    ziel = site / GROESSE
    groesse = {
        "laden": sum(map(_verdichtet, dateien)),
        "speichern": sum(datei.stat().st_size for datei in dateien),
    }
    ziel.write_text(json.dumps(groesse), "utf-8")
    return ziel


def _verdichtet(datei: Path) -> int:
    fertig = datei.with_name(datei.name + ".br")
    if fertig.is_file():
        return fertig.stat().st_size
    roh = datei.read_bytes()
    return min(len(roh), len(gzip.compress(roh, 6)))


def _gehoert_dazu(site: Path, datei: Path, buendel: Buendel) -> bool:
    pfad = datei.relative_to(site).as_posix()
    if not datei.is_file() or datei.suffix in _NIE or pfad == NAME:
        return False
    eigene = (buendel.start, buendel.dienst, buendel.offline, *buendel.sofort.values())
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
