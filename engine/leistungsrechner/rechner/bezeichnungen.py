"""Bezeichnungen: wie die Werte einer Antwort für Menschen heißen und geschrieben werden."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..anzeige import datum, in_worten
from ..ergebnis import Wert
from ..groesse import Groesse

_NAMEN = {
    "bemessungsgrundlage": ("Bemessungsgrundlage", "€/Monat"),
    "netto_monat": ("Netto im Monat", "€/Monat"),
    "tagesnetto": ("Tagesnetto", "€/Tag"),
    "grundbetrag": ("Grundbetrag", "€/Tag"),
    "ergaenzungsbetrag": ("Ergänzungsbetrag", "€/Tag"),
    "familienzuschlag": ("Familienzuschlag", "€/Tag"),
    "tagsatz": ("Tagsatz", "€/Tag"),
    "monat_30": ("In 30 Tagen", "€/Monat"),
    "monat_31": ("In 31 Tagen", "€/Monat"),
    "schulungszuschlag": ("Schulungszuschlag", "€/Tag"),
    "fortbezug_tage": ("Restliche Tage von früher", "Tage"),
    "anwartschaft_wochen": ("Versicherte Wochen", "Wochen"),
    "anwartschaft_noetig": ("Nötige Wochen", "Wochen"),
    "rahmenfrist_von": ("Rahmenfrist ab", ""),
    "bezugsdauer_wochen": ("Bezugsdauer", "Wochen"),
    "bezugsdauer_tage": ("Bezugsdauer in Tagen", "Tage"),
    "sperre_bis": ("Sperre bis", ""),
    "beginn": ("Beginn", ""),
    "ende": ("Ende", ""),
    "prozent": ("Satz in Prozent", ""),
    "tagsatz_ungekuerzt": ("Notstandshilfe ohne Zuschläge", "€/Tag"),
    "anrechnung_tag": ("Abzug für Einkommen am Tag", "€/Tag"),
    "deckel": ("Deckel am Tag", "€/Tag"),
    "deckelung_ab": ("Deckel ab", ""),
    "tagsatz_gedeckelt": ("Tagsatz nach sechs Monaten", "€/Tag"),
    "mindeststandard": ("Mindeststandard", "€/Monat"),
    "anrechenbares_einkommen": ("Anrechenbares Einkommen", "€/Monat"),
    "mindestsicherung": ("Mindestsicherung", "€/Monat"),
    "kuerzung": ("Kürzung", "€/Monat"),
    "grundbetrag_wohnbedarf": ("Grundbetrag für das Wohnen", "€/Monat"),
    "miete_anteilig": ("Miete nach Köpfen", "€/Monat"),
    "mietbeihilfenobergrenze": ("Mietbeihilfenobergrenze", "€/Monat"),
    "mietbeihilfe": ("Mietbeihilfe", "€/Monat"),
    "sonderzahlung": ("Sonderzahlung", "€"),
    "gesamt": ("Zusammen im Monat", "€/Monat"),
    "befreit": ("Von der Rezeptgebühr befreit", ""),
    "grenzwert": ("Einkommensgrenze", "€/Monat"),
    "massgebliches_einkommen": ("Einkommen, das zählt", "€/Monat"),
    "abstand": ("Abstand zur Grenze", "€/Monat"),
    "obergrenze_betrag": ("Obergrenze im Jahr", "€"),
    "obergrenze_gebuehren": ("Gebühren bis zur Obergrenze", "Anzahl"),
    "gebuehren_offen": ("Gebühren, die noch offen sind", "Anzahl"),
    "einkommen_monat": ("Einkommen der Erwachsenen im Monat", "€/Monat"),
    "zusammen_monat": ("Zusammen im Monat", "€/Monat"),
    "familienzuschlaege": ("Familienzuschläge", "Anzahl"),
    "abweichungen": ("Zahlen, die abweichen", "Anzahl"),
    "frist_bis": ("Feststellungsbescheid verlangen bis", ""),
}
KUERZEL = {
    "alg": "Arbeitslosengeld",
    "nh": "Notstandshilfe",
    "ms": "Mindestsicherung",
    "rezept": "Rezeptgebühr",
}


def bezeichnung(name: str) -> str:
    """Der Name eines Wertes; mit dem Kürzel der Leistung davor steht ihr Name dabei, wenn er nicht derselbe ist."""
    kuerzel, _, rest = name.partition("_")
    if name not in _NAMEN and kuerzel in KUERZEL and rest in _NAMEN:
        leistung, wert = KUERZEL[kuerzel], _NAMEN[rest][0]
        return wert if wert == leistung else f"{leistung}: {wert}"
    return _NAMEN[name][0] if name in _NAMEN else name


def einheit(name: str) -> str:
    """Die Einheit eines Wertes, der keine Größe ist."""
    kuerzel, _, rest = name.partition("_")
    schluessel = rest if name not in _NAMEN and kuerzel in KUERZEL else name
    return _NAMEN[schluessel][1] if schluessel in _NAMEN else ""


def anzeige(name: str, wert: Wert) -> str:
    """Ein Wert, wie man ihn liest; wo keiner da ist, ein Strich."""
    if wert is None:
        return "–"
    if isinstance(wert, Groesse):
        return wert.anzeige
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, date):
        return datum(wert)
    if isinstance(wert, (int, Decimal)):
        return in_worten(Decimal(wert), einheit(name))
    return str(wert)


def unterschied(name: str, erster: Wert, zweiter: Wert) -> str:
    """Um wie viel der zweite Wert vom ersten abweicht, mit Vorzeichen; leer, wo sich das nicht sagen lässt."""
    if isinstance(erster, Groesse) and isinstance(zweiter, Groesse):
        return mit_vorzeichen(zweiter.wert - erster.wert, erster.einheit or "€")
    if isinstance(erster, bool) or isinstance(zweiter, bool):
        return ""
    if isinstance(erster, date) and isinstance(zweiter, date):
        return mit_vorzeichen(Decimal((zweiter - erster).days), "Tage")
    if isinstance(erster, int) and isinstance(zweiter, int):
        return mit_vorzeichen(Decimal(zweiter - erster), einheit(name))
    return ""


def mit_vorzeichen(wert: Decimal, einheit_: str) -> str:
    """Ein Unterschied, bei dem auch das Plus dasteht; nichts heißt kein Unterschied."""
    if not wert:
        return ""
    zeichen = "+" if wert > 0 else "−"
    return zeichen + in_worten(abs(wert), einheit_)
