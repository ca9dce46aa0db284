"""Rezeptgebühr: was man zum Ergebnis wissen muss und bis wann etwas zu tun ist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...angaben import Angaben
from ...ergebnis import Hinweis, Termin
from ...werte import Werte
from .grenze import SEITE, kinder_ueber_grenze


def hinweise(angaben: Angaben, befreit: bool, werte: Werte) -> list[Hinweis]:
    """Alle Hinweise zum Ergebnis."""
    return [
        *_zur_befreiung(angaben, befreit, werte),
        *_zur_obergrenze(angaben, werte),
    ]


def _zur_befreiung(angaben: Angaben, befreit: bool, werte: Werte) -> Iterator[Hinweis]:
    if befreit and not angaben["befreiung_ohne_antrag"]:
        text = "Die Befreiung müssen Sie bei Ihrer Krankenversicherung beantragen, zum Beispiel bei der ÖGK."
        yield Hinweis("achtung", text, SEITE + "#grenzen")
    if "meldepflichtige_krankheit" in angaben["befreiung_ohne_antrag"]:
        text = "Bei einer meldepflichtigen Krankheit gilt die Befreiung nur für die Medikamente gegen diese Krankheit."
        yield Hinweis("achtung", text, SEITE + "#ohne-antrag")
    if entgelt := werte.falls_vorhanden("ecard_entgelt_jahr"):
        text = (
            f"Das Service-Entgelt für die e-card beträgt {entgelt.anzeige} für {werte.stichtag.year}. "
            "Wer von der Rezeptgebühr befreit ist, zahlt es nicht; schon Bezahltes gibt es auf Antrag zurück."
        )
        yield Hinweis("info", text, SEITE + "#e-card")
    if zu_viele := kinder_ueber_grenze(angaben, werte):
        grenze = werte["rezeptgebuehr_kind_einkommensgrenze_monat"].anzeige
        wer = (
            "Ein Kind verdient"
            if len(zu_viele) == 1
            else f"{len(zu_viele)} Kinder verdienen"
        )
        text = (
            f"{wer} mehr als {grenze} im Monat. Das erhöht die Grenze nicht; "
            "vom Einkommen zählt ein Teil wie bei anderen Personen im Haushalt."
        )
        yield Hinweis("info", text, SEITE + "#kinder")


def _zur_obergrenze(angaben: Angaben, werte: Werte) -> Iterator[Hinweis]:
    if not angaben.gegeben("jahresnetto"):
        text = (
            "Wie viele Rezeptgebühren Sie heuer höchstens zahlen, hängt vom Netto im ganzen Jahr ab. "
            f"Es sind mindestens {werte['rezeptgebuehr_obergrenze_anzahl'].anzeige}."
        )
        yield Hinweis("info", text, SEITE + "#obergrenze")
    else:
        text = (
            "Für die Obergrenze zählt das Einkommen, das bei der Sozialversicherung gespeichert ist. "
            "Es kann von Ihrer Angabe abweichen."
        )
        yield Hinweis("info", text, SEITE + "#obergrenze")
    if werte.falls_vorhanden("rezeptgebuehr_guenstige_zaehlen_seit"):
        text = (
            "Seit 2026 zählen für die Obergrenze auch Medikamente, die weniger kosten als die Rezeptgebühr. "
            "Sie kann daher früher erreicht sein als mit der Zahl der Gebühren gerechnet. "
            "In den nächsten Jahren sinkt der Anteil am Einkommen schrittweise."
        )
        yield Hinweis("info", text, SEITE + "#neu-2026")


def termine(angaben: Angaben, befreit: bool, werte: Werte) -> list[Termin]:
    """Der Tag, an dem das Service-Entgelt für das nächste Jahr eingehoben wird, wenn er noch kommt."""
    stichtag: date = angaben["stichtag"]
    tag = date(
        stichtag.year,
        werte.anzahl("ecard_einhebung_monat"),
        werte.anzahl("ecard_einhebung_tag"),
    )
    if stichtag > tag or angaben["befreiung_ohne_antrag"]:
        return []
    text = "An diesem Tag wird das Service-Entgelt für das nächste Jahr eingehoben, auch vom Geld des AMS."
    if befreit:
        text += " Beantragen Sie die Befreiung vorher, dann zahlen Sie es nicht."
    return [Termin("Service-Entgelt für die e-card", tag, text, SEITE + "#e-card")]
