"""Die Suche: liest die fertigen Seiten und legt Programm und Verzeichnis nach `site/assets/suche/`.

Ein Aufruf nach dem Bau der Seiten und vor `calculators.buendel.buendle`: `baue_suche(site)`. Die Namen der Dateien
tragen ihren Inhaltsabdruck; `dateien.json` nennt sie, damit keine Seite sich ändert, wenn das Verzeichnis sich ändert.
"""

from __future__ import annotations

import json
import logging
import shutil
from pathlib import Path

from calculators.buendel import node
from calculators.buendel.ablage import (
    abdruck_der_dateien,
    einmal,
    fingerabdruck,
    raeume_auf,
)
from calculators.buendel.pressen import lege_ab

from .auszug import lies_site
from .synonyme import SYNONYME, lies_synonyme
from .unterlage import unterlage

__all__ = ["baue_suche"]

ORDNER = "assets/suche"
BROWSER = Path(__file__).parents[1] / "browser" / "suche"
UNBEKANNT = "unbekannt.json"
_VERZEICHNIS = Path(__file__).with_name("verzeichnis.mjs")
_PAKET = node.PAKETE / "minisearch" / "package.json"
_melder = logging.getLogger("mkdocs.suche")  # unter „mkdocs“ zählt --strict mit


def baue_suche(
    site: Path, tabelle: Path = SYNONYME, *, entwicklung: bool = False
) -> None:
    """Legt die Dateien der Suche in die Site; ein zweiter Lauf ändert nichts.

    Mit entwicklung (für `mkdocs serve`) entfallen die verdichteten Fassungen; sie brauchen am längsten.
    Wirft TabellenFehler, wenn die Synonymtabelle nicht stimmt. Ein Wort darin, das auf keiner Seite steht,
    ist eine Warnung mit Fundstelle.
    """
    synonyme = lies_synonyme(tabelle)
    gebaut = _gebaut(unterlage(lies_site(site), synonyme))
    _lege_ab(gebaut, site / ORDNER, presse_mit=not entwicklung)
    unbekannt = set(json.loads((gebaut / UNBEKANNT).read_text("utf-8")))
    for zeile, wort in sorted({(s.zeile, w) for s in synonyme for w in s.gemeint}):
        if wort in unbekannt:
            _melder.warning(
                "docs/mitarbeit/%s:%s: „%s“ steht auf keiner Seite, die Suche fände nichts. Welches Wort steht dort?",
                *(tabelle.name, zeile, wort),
            )


def _lege_ab(gebaut: Path, ordner: Path, *, presse_mit: bool) -> None:
    shutil.rmtree(ordner, ignore_errors=True)
    ordner.mkdir(parents=True)
    namen = {
        datei.stem: lege_ab(datei, ordner, datei.stem, verdichte=presse_mit)
        for datei in sorted(gebaut.iterdir())
        if datei.name != UNBEKANNT
    }
    (ordner / "dateien.json").write_text(json.dumps(namen, indent=1), "utf-8")


def _gebaut(auftrag: dict[str, object]) -> Path:
    """Der Ordner mit suche.js, suche-stil.css, verzeichnis.json, texte.json und unbekannt.json."""
    text = json.dumps(auftrag, ensure_ascii=False, sort_keys=True)
    quellen = abdruck_der_dateien([*BROWSER.iterdir(), _VERZEICHNIS, _PAKET])

    def baue(ordner: Path) -> None:
        einstiege = {
            "suche": str(BROWSER / "einstieg.js"),
            "suche-stil": str(BROWSER / "suche.css"),
        }
        node.rufe("buendeln", {"ordner": str(ordner), "einstiege": einstiege})
        node.rufe(str(_VERZEICHNIS.with_suffix("")), {"ordner": str(ordner), **auftrag})

    fertig = einmal("suche", fingerabdruck(text, quellen), baue)
    raeume_auf("suche")
    return fertig
