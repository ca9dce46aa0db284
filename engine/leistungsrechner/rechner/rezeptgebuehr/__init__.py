"""Rezeptgebühr: Befreiung nach Einkommen, Befreiung ohne Antrag, Obergrenze im Jahr (§ 136 ASVG)."""

from __future__ import annotations

from collections.abc import Mapping

from ...angaben import Angaben
from ...ergebnis import (
    Antwort,
    Gegenprobe,
    Kernaussage,
    Summe,
    Voraussetzung,
    Wert,
)
from ...groesse import Groesse
from ...werte import Werte
from .. import abgeleitet
from .felder import FELDER, OHNE_ANTRAG
from .grenze import NORM, SEITE, grenzwert, massgebliches_einkommen
from .hinweise import hinweise, termine
from .obergrenze import obergrenze

TITEL = "Rezeptgebühr"
JAHRESWERTE = (
    "rezeptgebuehr_betrag",
    "rezeptgebuehr_grenze_alleinstehend_monat",
    "rezeptgebuehr_grenze_paar_monat",
    "rezeptgebuehr_grenze_erhoeht_alleinstehend_monat",
    "rezeptgebuehr_grenze_erhoeht_paar_monat",
    "rezeptgebuehr_kind_monat",
    "rezeptgebuehr_kind_einkommensgrenze_monat",
    "rezeptgebuehr_obergrenze_anzahl",
    "rezeptgebuehr_obergrenze_satz",
)

__all__ = ["FELDER", "JAHRESWERTE", "TITEL", "berechne"]


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Ob jemand befreit ist, wie weit das Einkommen von der Grenze weg ist und was im Jahr höchstens zu zahlen ist."""
    grenze = grenzwert(angaben, angaben["erhoehter_bedarf"], werte)
    einkommen = massgebliches_einkommen(angaben, werte)
    abstand = (grenze - einkommen).als("Abstand zur Grenze", NORM, SEITE + "#grenzen")
    befreit = einkommen <= grenze or bool(angaben["befreiung_ohne_antrag"])
    ergebnis: dict[str, Wert] = {
        "befreit": befreit,
        "grenzwert": grenze,
        "massgebliches_einkommen": einkommen,
        "abstand": abstand,
        **obergrenze(angaben, werte),
    }
    return Antwort(
        ergebnis,
        voraussetzungen=_wege(angaben, einkommen, grenze),
        hinweise=[
            *hinweise(angaben, befreit, werte),
            *abgeleitet.hinweis(ergebnis, "werte/rezeptgebuehr/"),
        ],
        termine=termine(angaben, befreit, werte),
        gegenproben=[] if befreit else _gegenproben(angaben, abstand, werte),
        kern=_kern(angaben, ergebnis, grenze, einkommen, abstand),
        immer_ergebnis=True,
    )


def _wege(angaben: Angaben, einkommen: Groesse, grenze: Groesse) -> list[Voraussetzung]:
    """Die zwei Wege zur Befreiung; führt einer hin, nur dieser: Der andere fehlt niemandem."""
    wege = [_einkommen(einkommen, grenze), _ohne_antrag(angaben)]
    return [weg for weg in wege if weg.erfuellt] or wege


def _einkommen(einkommen: Groesse, grenze: Groesse) -> Voraussetzung:
    passt = einkommen <= grenze
    lage = "nicht über" if passt else "über"
    return Voraussetzung(
        "Ihr Einkommen liegt nicht über der Grenze",
        passt,
        f"Ihr Einkommen ({einkommen.anzeige}) liegt {lage} der Grenze ({grenze.anzeige}).",
        NORM,
        SEITE + "#grenzen",
    )


def _ohne_antrag(angaben: Angaben) -> Voraussetzung:
    texte = dict(OHNE_ANTRAG)
    gewaehlt = list(dict.fromkeys(angaben["befreiung_ohne_antrag"]))
    grund = "Keiner der Gründe ist angekreuzt, aus denen die Befreiung von selbst gilt."
    if gewaehlt:
        grund = "Sie haben angegeben: " + "; ".join(texte[g] for g in gewaehlt) + "."
    return Voraussetzung(
        "Sie sind ohne Antrag befreit",
        bool(gewaehlt),
        grund,
        NORM,
        SEITE + "#ohne-antrag",
    )


def _gegenproben(angaben: Angaben, abstand: Groesse, werte: Werte) -> list[Gegenprobe]:
    """Wie viel weniger Einkommen die Befreiung brächte, und ob die erhöhte Grenze reichen würde."""
    zu_viel = Groesse(-abstand.wert, abstand.einheit).anzeige
    text = f"Ab {zu_viel} weniger Einkommen im Monat wären Sie befreit."
    if -abstand.wert > angaben["netto_haushalt"]:
        text = f"Ab {zu_viel} weniger anrechenbarem Einkommen im Monat wären Sie befreit; die anderen Personen zählen mit."
    proben = [Gegenprobe(text, NORM, SEITE + "#grenzen")]
    erhoeht = grenzwert(angaben, True, werte)
    if (
        not angaben["erhoehter_bedarf"]
        and massgebliches_einkommen(angaben, werte) <= erhoeht
    ):
        text = (
            "Mit hohen Ausgaben für Medikamente wegen einer Krankheit wären Sie befreit: "
            f"Dann gilt die erhöhte Grenze von {erhoeht.anzeige}."
        )
        proben.append(Gegenprobe(text, NORM, SEITE + "#erhoeht"))
    return proben


def _kern(
    angaben: Angaben,
    ergebnis: Mapping[str, Wert],
    grenze: Groesse,
    einkommen: Groesse,
    abstand: Groesse,
) -> Kernaussage:
    summen = [Summe(g.name, g.anzeige, g.norm) for g in (grenze, einkommen, abstand)]
    nachsatz = _zur_obergrenze(ergebnis)
    if angaben["befreiung_ohne_antrag"]:
        satz = "Sie sind ohne Antrag von der Rezeptgebühr befreit"
    elif ergebnis["befreit"]:
        satz = "Auf Antrag sind Sie von der Rezeptgebühr befreit"
        nachsatz = (
            f"Sie liegen {abstand.anzeige} unter der Einkommensgrenze. {nachsatz}"
        )
    else:
        satz = "Derzeit keine Befreiung von der Rezeptgebühr"
        zu_viel = Groesse(-abstand.wert, abstand.einheit).anzeige
        nachsatz = f"Sie liegen {zu_viel} über der Einkommensgrenze. {nachsatz}"
    return Kernaussage(satz, nachsatz=nachsatz.strip(), summen=summen)


def _zur_obergrenze(ergebnis: Mapping[str, Wert]) -> str:
    betrag, offen = ergebnis.get("obergrenze_betrag"), ergebnis.get("gebuehren_offen")
    if not isinstance(betrag, Groesse) or ergebnis["befreit"]:
        return ""
    if not offen:
        return f"Ihre Obergrenze für heuer ({betrag.anzeige}) ist erreicht: Sie zahlen keine Rezeptgebühr mehr."
    wort = "Rezeptgebühr" if offen == 1 else "Rezeptgebühren"
    return f"Bis zur Obergrenze von {betrag.anzeige} sind heuer noch {offen} {wort} zu zahlen."
