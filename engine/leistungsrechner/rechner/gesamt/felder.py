"""Was steht mir zu?: die Fragen der vier Rechner, jede nur einmal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...angaben import Bedingung, Feld
from ..arbeitslosengeld.felder import FELDER as ALG
from ..mindestsicherung.felder import FELDER as MS
from ..notstandshilfe.felder import FELDER as NH
from ..rezeptgebuehr.felder import FELDER as REZEPT

LAGEN = (
    ("neu", "Ich beantrage Arbeitslosengeld"),
    ("ausgeschoepft", "Mein Arbeitslosengeld ist aufgebraucht"),
)
NEU = Bedingung("lage", ("neu",))
AUFGEBRAUCHT = Bedingung("lage", ("ausgeschoepft",))

_ANTRAG = "Antrag"
_ARBEIT = "Bisherige Arbeit"
_BEZUG = "Bisheriges Arbeitslosengeld"
_HAUSHALT = "Haushalt"
_GELD = "Geld, das Sie sonst haben"
_WOHNUNG = "Wohnung"


def _aus(felder: Sequence[Feld], name: str, gruppe: str, **anders: Any) -> Feld:
    """Die Frage eines Rechners, hier in einer anderen Gruppe."""
    (feld,) = (feld for feld in felder if feld.name == name)
    return replace(feld, gruppe=gruppe, **{"pflicht": False, **anders})


FELDER = (
    Feld(
        "stichtag",
        "Wann stellen Sie den Antrag?",
        "datum",
        "Nach diesem Tag richten sich Recht und Beträge.",
        pflicht=True,
        gruppe=_ANTRAG,
    ),
    Feld(
        "lage",
        "Wo stehen Sie gerade?",
        "auswahl",
        "Aufgebraucht heißt: Das AMS hat alle Tage Arbeitslosengeld ausbezahlt. Dann geht es um Notstandshilfe.",
        standard="neu",
        optionen=LAGEN,
        gruppe=_ANTRAG,
    ),
    _aus(
        ALG,
        "geburtsdatum",
        _ANTRAG,
        hilfe="Vom Alter hängen Dauer, Schutz und manche Beträge ab.",
    ),
    _aus(ALG, "beendigung", _ARBEIT, zeige_wenn=NEU),
    _aus(ALG, "dienstverhaeltnis_ende", _ARBEIT, zeige_wenn=NEU),
    _aus(ALG, "wochen_24_monate", _ARBEIT, zeige_wenn=NEU),
    _aus(ALG, "wochen_12_monate", _ARBEIT, zeige_wenn=NEU),
    _aus(ALG, "wochen_5_jahre", _ARBEIT, zeige_wenn=NEU, genauer=False),
    _aus(ALG, "frueher_bezogen", _ARBEIT, zeige_wenn=NEU),
    _aus(ALG, "brutto_monat", _ARBEIT, zeige_wenn=NEU),
    _aus(NH, "alg_grundbetrag", _BEZUG, zeige_wenn=AUFGEBRAUCHT),
    _aus(NH, "tagesnetto", _BEZUG, zeige_wenn=AUFGEBRAUCHT),
    _aus(NH, "alg_bezugsdauer_wochen", _BEZUG, zeige_wenn=AUFGEBRAUCHT),
    _aus(
        MS,
        "haushalt",
        _HAUSHALT,
        hilfe="Für Mindestsicherung und Rezeptgebühr. Paar heißt: verheiratet, verpartnert oder in "
        "Lebensgemeinschaft, in einem Haushalt.",
    ),
    Feld(
        "in_wien",
        "Haben Sie Ihren Hauptwohnsitz in Wien?",
        "ja_nein",
        "Die Mindestsicherung ist in jedem Bundesland anders; wir rechnen jene von Wien.",
        gruppe=_HAUSHALT,
        zeige_wenn=Bedingung(
            "haushalt", ("alleinstehend", "alleinerziehend", "paar")
        ),
    ),
    _aus(MS, "kinder", _HAUSHALT),
    _aus(
        MS,
        "kinder_einkommen",
        _HAUSHALT,
        hilfe="Nur Kinder mit eigenem Geld, zum Beispiel Unterhalt oder Lehrlingseinkommen. Familienbeihilfe zählt nicht.",
    ),
    _aus(ALG, "partner_zuschlag", _HAUSHALT),
    Feld(
        "partner_netto_monat",
        "Netto Ihrer Partnerin oder Ihres Partners im Monat",
        "geld",
        "Lohn, Geld vom AMS, Pension. Auch 0 ist eine Angabe.",
        einheit="€/Monat",
        gruppe=_HAUSHALT,
        zeige_wenn=Bedingung("haushalt", ("paar",)),
    ),
    _aus(
        ALG,
        "geringfuegig_beschaeftigt",
        _GELD,
        label="Haben Sie neben dem Geld vom AMS einen kleinen Job?",
        genauer=False,
    ),
    _aus(
        NH,
        "erwerbseinkommen_monat",
        _GELD,
        label="Verdienst aus diesem Job im Monat, brutto",
        hilfe="Ihr eigener Verdienst, nicht jener Ihrer Partnerin oder Ihres Partners.",
        standard=None,
        zeige_wenn=Bedingung("geringfuegig_beschaeftigt"),
    ),
    _aus(ALG, "geringfuegig_ausnahme", _GELD, genauer=False),
    _aus(NH, "anderes_einkommen_monat", _GELD),
    _aus(MS, "vermoegen", _GELD),
    _aus(MS, "bruttomiete", _WOHNUNG),
    _aus(MS, "mietzuschuss", _WOHNUNG),
    _aus(MS, "personen_wohnung", _WOHNUNG),
    _aus(MS, "wohngemeinschaft", _WOHNUNG),
    _aus(MS, "wg_ausnahme", _WOHNUNG),
    *(
        _aus(ALG, name, "Arbeitslosengeld genauer", zeige_wenn=NEU)
        for name in (
            "zeiten", "wochen_10_jahre", "wochen_15_jahre", "rehabilitation", "bemessungsgrundlage",
            "beitragsgrundlagen", "netto_monat", "geschuetzte_bemessungsgrundlage", "kuendigungsentschaedigung_bis",
            "urlaubsersatz_bis", "krankengeld_bis", "wochengeld_bis", "schulung_tage", "restanspruch_tage",
        )
    ),
    _aus(
        NH,
        "letzter_bezug",
        "Früheres Geld vom AMS",
        hilfe="Für einen Restanspruch und für die Frist der Notstandshilfe.",
    ),
    _aus(NH, "laengste_bezugsdauer_wochen", "Früheres Geld vom AMS"),
    Feld(
        "kinder_familienzuschlag",
        "Für wie viele Kinder steht Ihnen ein Familienzuschlag zu?",
        "ganze_zahl",
        "Nur wenn es andere sind als die Kinder bei Ihnen, zum Beispiel weil Sie Unterhalt zahlen oder ein Kind volljährig ist.",
        einheit="Personen",
        hoechstens=30,
        gruppe="Familie genauer",
        genauer=True,
    ),
    _aus(
        ALG,
        "kind_minderjaehrig_oder_behindert",
        "Familie genauer",
        zeige_wenn=Bedingung("kinder_familienzuschlag"),
    ),
    *(
        _aus(NH, name, "Anderes Einkommen genauer")
        for name in ("unterhalt_monat", "unfallrente_monat")
    ),
    *(
        _aus(MS, name, "Mindestsicherung genauer", genauer=True)
        for name in (
            "status", "ausbildung", "bei_eltern", "geburtsdatum_partner", "status_partner", "ausbildung_partner",
            "einkommen_partner_nicht_berechtigt", "haertefall", "kuerzung",
        )
    ),
    *(
        _aus(REZEPT, name, "Rezeptgebühr genauer", genauer=True)
        for name in (
            "erhoehter_bedarf", "befreiung_ohne_antrag", "andere_personen_netto", "jahresnetto", "gebuehren_bezahlt",
        )
    ),
)  # fmt: skip
