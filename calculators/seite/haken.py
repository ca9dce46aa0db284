"""Die Haken von MkDocs: rufen nur, was auch ohne MkDocs läuft."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from calculators.seite import tafel
from calculators.seite.bausteine import fehlende_bausteine
from calculators.seite.fundstelle import SAMMLUNG
from leistungsrechner.fehler import TabellenFehler

_befehl = "build"


def on_startup(command: str, dirty: bool) -> None:
    """Merkt sich, ob gebaut oder (mit Vorschau im Browser) bearbeitet wird."""
    global _befehl
    _befehl = command


def on_pre_build(config: Any) -> None:
    """Fehlerhafte Tabellen und fehlende Bausteine halten den Bau an, bevor eine falsche Seite entsteht."""
    SAMMLUNG.nimm_alle()
    try:
        tafel.verzeichnis()
    except TabellenFehler as fehler:
        raise PluginError(f"Die Wertetabellen haben Fehler:\n{fehler}") from None
    if fehlend := fehlende_bausteine(Path(config["docs_dir"])):
        raise PluginError("Es fehlen Bausteine:\n" + "\n".join(fehlend))


def on_env(env: Any, config: Any, files: Any) -> None:
    """Falsche Marken im Text halten den Bau an, alle auf einmal."""
    if probleme := SAMMLUNG.nimm_alle():
        raise PluginError("Im Text sind falsche Marken:\n" + "\n".join(probleme))


def on_post_build(config: Any) -> None:
    """Legt Rechenwerk und Worker neben die fertigen Seiten."""
    from calculators.buendel import buendle

    buendle(Path(config["site_dir"]), entwicklung=_befehl == "serve")
