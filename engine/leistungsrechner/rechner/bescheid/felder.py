"""Stimmt mein Bescheid?: was auf der Mitteilung steht und die eigenen Angaben zum Nachrechnen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...angaben import Feld
from ..arbeitslosengeld.felder import FELDER as ALG

_MITTEILUNG = "Was auf der Mitteilung steht"
_EIGENE = "Ihre eigenen Angaben"
_GENAUER = "Ihre Angaben, genauer"

MITTEILUNG = (
    Feld(
        "mitteilung_bemessungsgrundlage",
        "Bemessungsgrundlage",
        "geld",
        "Brutto im Monat, die Sonderzahlungen sind schon dabei.",
        einheit="€",
        gruppe=_MITTEILUNG,
    ),
    Feld(
        "mitteilung_grundbetrag",
        "Grundbetrag am Tag",
        "geld",
        "Der Tagsatz ohne Zuschläge, wenn er eigens dasteht.",
        einheit="€/Tag",
        gruppe=_MITTEILUNG,
    ),
    Feld(
        "mitteilung_familienzuschlaege",
        "Zahl der Familienzuschläge",
        "ganze_zahl",
        "Auch 0 ist eine Angabe.",
        einheit="Personen",
        hoechstens=30,
        gruppe=_MITTEILUNG,
    ),
    Feld(
        "mitteilung_tagsatz",
        "Tagsatz",
        "geld",
        "Was Sie am Tag bekommen, mit allen Zuschlägen.",
        einheit="€/Tag",
        gruppe=_MITTEILUNG,
    ),
    Feld(
        "mitteilung_wochen",
        "Bezugsdauer in Wochen",
        "ganze_zahl",
        "Stehen nur Tage da: durch sieben teilen.",
        einheit="Wochen",
        hoechstens=300,
        gruppe=_MITTEILUNG,
    ),
    Feld("mitteilung_beginn", "Beginn", "datum", gruppe=_MITTEILUNG),
    Feld("mitteilung_ende", "Voraussichtliches Ende", "datum", gruppe=_MITTEILUNG),
    Feld(
        "zugestellt_am",
        "Wann haben Sie die Mitteilung bekommen?",
        "datum",
        "Über MeinAMS: der Tag, an dem sie im Postfach lag. Von diesem Tag an läuft die Frist.",
        gruppe=_MITTEILUNG,
    ),
    Feld(
        "mitteilung_vom",
        "Datum auf der Mitteilung",
        "datum",
        "Nur für den Brief.",
        gruppe=_MITTEILUNG,
        genauer=True,
    ),
)


def _eigene(name: str, gruppe: str, **anders: Any) -> Feld:
    (feld,) = (feld for feld in ALG if feld.name == name)
    return replace(feld, gruppe=gruppe, **anders)


FELDER = (
    _eigene(
        "stichtag",
        "Antrag",
        label="Wann haben Sie Arbeitslosengeld beantragt?",
        hilfe="Nach diesem Tag richten sich Recht und Beträge.",
    ),
    *MITTEILUNG,
    *(
        _eigene(name, _EIGENE)
        for name in (
            "brutto_monat", "kinder", "kind_minderjaehrig_oder_behindert", "partner_zuschlag", "geburtsdatum",
            "wochen_24_monate", "wochen_12_monate", "frueher_bezogen", "beendigung", "dienstverhaeltnis_ende",
        )
    ),
    _eigene("wochen_5_jahre", _EIGENE, genauer=False),
    *(
        _eigene(name, _GENAUER, genauer=True)
        for name in (
            "beitragsgrundlagen", "bemessungsgrundlage", "netto_monat", "geschuetzte_bemessungsgrundlage", "zeiten",
            "wochen_10_jahre", "wochen_15_jahre", "rehabilitation", "kuendigungsentschaedigung_bis",
            "urlaubsersatz_bis", "krankengeld_bis", "wochengeld_bis", "schulung_tage", "restanspruch_tage",
            "letzter_bezug",
        )
    ),
)  # fmt: skip
