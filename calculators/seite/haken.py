"""Die Haken von MkDocs: rufen nur, was auch ohne MkDocs läuft."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from calculators.redaktion.faelle import probleme as fehlerhafte_faelle
from calculators.seite import tafel
from calculators.seite.bausteine import fehlende_bausteine
from calculators.seite.fundstelle import SAMMLUNG, log
from calculators.seite.jahreshinweis import mit_jahreshinweis
from calculators.seite.seitenkopf import fehlerhafte_koepfe
from calculators.seite.werkstatt import (
    lege_beiseite,
    lege_zurueck,
    mit_fehlertafel,
)
from calculators.seite.zusammenhalt import zusammen
from leistungsrechner.werte import Verzeichnis


@dataclass
class Lauf:
    """Ob gebaut oder in der Vorschau bearbeitet wird, und was dort zuletzt in Ordnung war."""

    vorschau: bool = False
    letzter_stand: Verzeichnis | None = None
    probleme: list[str] = field(default_factory=list)
    tabellen_kaputt: bool = False
    buendel: Any = None
    beiseite: Path | None = None


LAUF = Lauf()


def on_startup(command: str, dirty: bool) -> None:
    """Merkt sich, ob gebaut oder (mit Vorschau im Browser) bearbeitet wird."""
    LAUF.vorschau = command == "serve"


def on_pre_build(config: Any) -> None:
    """Fehler in Tabellen, Fällen, Seitenköpfen und Bausteinen halten den Bau an; die Vorschau zeigt sie auf der Seite."""
    SAMMLUNG.nimm_alle()
    docs = Path(config["docs_dir"])
    tabellen = tafel.pruefe(letzter_stand=LAUF.letzter_stand)
    gefunden = {
        "Die Wertetabellen haben Fehler:": tabellen,
        "Die Fälle haben Fehler:": fehlerhafte_faelle(),
        "Der Kopf einer Seite stimmt nicht:": fehlerhafte_koepfe(docs),
        "Es fehlen Bausteine:": fehlende_bausteine(docs),
    }
    LAUF.probleme = [problem for alle in gefunden.values() for problem in alle]
    if LAUF.probleme and (not LAUF.vorschau or (tabellen and not LAUF.letzter_stand)):
        raise PluginError(
            "\n".join("\n".join([was, *alle]) for was, alle in gefunden.items() if alle)
        )
    for problem in LAUF.probleme:
        log.warning(problem)
    LAUF.letzter_stand = tafel.verzeichnis()
    LAUF.tabellen_kaputt = bool(tabellen)
    if LAUF.tabellen_kaputt and LAUF.buendel and LAUF.buendel.ordner.is_dir():
        LAUF.beiseite = lege_beiseite(LAUF.buendel.ordner)
    _dulde_fehlende_bausteine(config)


def _dulde_fehlende_bausteine(config: Any) -> None:
    """In der Vorschau bleibt für einen fehlenden Baustein eine Lücke; dass er fehlt, steht oben auf der Seite."""
    if LAUF.vorschau:
        config["mdx_configs"]["markdown_include.include"]["throwException"] = False


def on_env(env: Any, config: Any, files: Any) -> None:
    """Falsche Marken im Text halten den Bau an, alle auf einmal; die Vorschau zeigt sie auf der Seite."""
    env.filters["zusammen"] = zusammen
    probleme = SAMMLUNG.nimm_alle()
    if probleme and not LAUF.vorschau:
        raise PluginError("Im Text sind falsche Marken:\n" + "\n".join(probleme))
    if not LAUF.tabellen_kaputt:  # sonst sind falsche Marken oft nur die Folge
        LAUF.probleme += probleme


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Oben auf jeder Seite: ob Beträge fehlen, ob es eine Vorschau ist, und beim Bearbeiten alle Fehler."""
    seite = mit_jahreshinweis(output, tafel.verzeichnis())
    return mit_fehlertafel(seite, LAUF.probleme) if LAUF.probleme else seite


def on_post_build(config: Any) -> None:
    """Legt Suche, Rechenwerk und Worker neben die fertigen Seiten; aus kaputten Tabellen entsteht kein neues Rechenwerk."""
    from calculators.buendel import buendle
    from calculators.buendel.einsetzen import setze_ein
    from calculators.suche import baue_suche

    site = Path(config["site_dir"])
    baue_suche(site, entwicklung=LAUF.vorschau)
    if LAUF.tabellen_kaputt and LAUF.beiseite is not None:
        lege_zurueck(LAUF.beiseite, LAUF.buendel.ordner)
        LAUF.beiseite = None
        setze_ein(site, LAUF.buendel, mit_dienst=False)
    else:
        LAUF.buendel = buendle(site, entwicklung=LAUF.vorschau)
