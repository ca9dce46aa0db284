"""Lesen: macht aus dem, was jemand tippt, Beträge, Daten und Zahlen."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

HOECHSTBETRAG = Decimal(1_000_000)

_TAUSENDER = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_BEISTRICH = re.compile(r"[0-9]+(?:,[0-9]{1,2})?")
_PUNKT = re.compile(r"[0-9]+\.[0-9]{1,2}|[0-9]+\.[0-9]{4,}")
_WAEHRUNG = re.compile(r"€|EURO?", re.IGNORECASE)
_NACHSATZ = re.compile(r"[,.][-–—]+$")
_RAUM = re.compile(r"[\s\u00a0\u202f\u2009\u2007]+")
_TAG = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONAT = re.compile(r"([0-9]{1,2})[./]([0-9]{4})")
_MONAT_ISO = re.compile(r"([0-9]{4})-([0-9]{2})")
_GANZ = re.compile(r"[+]?[0-9]{1,9}")


class Unlesbar(ValueError):
    """Die Angabe lässt sich nicht lesen; der Text sagt, was erwartet wird."""


def geld(roh: object) -> Decimal:
    """Ein Betrag in Euro aus „1.850,00 €“, „1850“, „1 850,-“, „1234.56“ oder einer JSON-Zahl."""
    ist_zahl = isinstance(roh, (int, float, Decimal))
    betrag = _json_zahl(roh) if ist_zahl else _betrag_aus_text(roh)  # type: ignore[arg-type]
    if betrag < 0:
        raise Unlesbar("Der Betrag darf nicht negativ sein.")
    if betrag > HOECHSTBETRAG:
        raise Unlesbar("Der Betrag ist zu groß: höchstens 1.000.000,00 €.")
    return abs(betrag)


def _json_zahl(roh: float | Decimal) -> Decimal:
    if isinstance(roh, bool):
        raise Unlesbar("Hier wird ein Betrag erwartet, zum Beispiel 1.850,00.")
    betrag = Decimal(str(roh)) if isinstance(roh, float) else Decimal(roh)
    if not betrag.is_finite():
        raise Unlesbar("Das ist kein Betrag. Erwartet wird zum Beispiel 1.850,00.")
    return betrag


def _betrag_aus_text(roh: object) -> Decimal:
    if not isinstance(roh, str):
        raise Unlesbar("Hier wird ein Betrag erwartet, zum Beispiel 1.850,00.")
    text = _NACHSATZ.sub("", _WAEHRUNG.sub("", _RAUM.sub("", roh)))
    vorzeichen = -1 if text[:1] in ("-", "−", "–") else 1
    text = text[1:] if text[:1] in ("-", "−", "–", "+") else text
    if _TAUSENDER.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _BEISTRICH.fullmatch(text):
        text = text.replace(",", ".")
    elif not _PUNKT.fullmatch(text):
        raise Unlesbar(
            f"„{gekuerzt(roh)}“ ist kein Betrag. Erwartet wird zum Beispiel 1.850,00."
        )
    return vorzeichen * Decimal(text)


def tag(roh: object) -> date:
    """Ein Datum aus TT.MM.JJJJ oder JJJJ-MM-TT."""
    if isinstance(roh, date):
        return date(roh.year, roh.month, roh.day)
    text = _RAUM.sub("", roh) if isinstance(roh, str) else ""
    if treffer := _TAG.fullmatch(text):
        tag_, monat, jahr = treffer.groups()
    elif treffer := _ISO.fullmatch(text):
        jahr, monat, tag_ = treffer.groups()
    else:
        raise Unlesbar(
            f"„{gekuerzt(roh)}“ ist kein Datum. Erwartet wird TT.MM.JJJJ, zum Beispiel 31.3.2026."
        )
    try:
        return date(int(jahr), int(monat), int(tag_))
    except ValueError:
        raise Unlesbar(f"Den {int(tag_)}.{int(monat)}.{jahr} gibt es nicht.") from None


def monat(roh: object) -> date:
    """Ein Kalendermonat aus MM.JJJJ oder JJJJ-MM, als sein erster Tag."""
    text = _RAUM.sub("", roh) if isinstance(roh, str) else ""
    if treffer := _MONAT.fullmatch(text):
        nummer, jahr = treffer.groups()
    elif treffer := _MONAT_ISO.fullmatch(text):
        jahr, nummer = treffer.groups()
    else:
        raise Unlesbar(
            f"„{gekuerzt(roh)}“ ist kein Monat. Erwartet wird MM.JJJJ, zum Beispiel 3.2025."
        )
    try:
        return date(int(jahr), int(nummer), 1)
    except ValueError:
        raise Unlesbar(f"Den Monat {int(nummer)}.{jahr} gibt es nicht.") from None


def ganze_zahl(roh: object) -> int:
    """Eine ganze Zahl ab 0."""
    if isinstance(roh, bool) or not isinstance(roh, (int, float, str)):
        raise Unlesbar("Hier wird eine ganze Zahl erwartet, zum Beispiel 2.")
    if isinstance(roh, float):
        if not roh.is_integer():
            raise Unlesbar("Hier wird eine ganze Zahl erwartet, keine Bruchteile.")
        roh = int(roh)
    if isinstance(roh, int) and roh > HOECHSTBETRAG:
        raise Unlesbar("Die Zahl ist zu groß.")
    text = _RAUM.sub("", str(roh)) if isinstance(roh, str) or roh >= 0 else "-"
    if text[:1] in ("-", "−", "–"):
        raise Unlesbar("Die Zahl darf nicht negativ sein.")
    if not _GANZ.fullmatch(text):
        raise Unlesbar(
            f"„{gekuerzt(roh)}“ ist keine ganze Zahl. Erwartet wird zum Beispiel 2."
        )
    return int(text)


def ja_nein(roh: object) -> bool:
    """Ja oder Nein."""
    if isinstance(roh, bool):
        return roh
    wort = roh.strip().lower() if isinstance(roh, str) else ""
    if wort in ("ja", "true"):
        return True
    if wort in ("nein", "false"):
        return False
    raise Unlesbar(f"„{gekuerzt(roh)}“ ist weder Ja noch Nein.")


def gekuerzt(roh: object, laenge: int = 40) -> str:
    """Was jemand angegeben hat, so kurz, dass es in eine Meldung passt."""
    zu_lang = isinstance(roh, int) and abs(roh) > HOECHSTBETRAG**2
    lesbar = isinstance(roh, (str, int, float)) and not zu_lang
    text = str(roh) if lesbar else "…"
    return text if len(text) <= laenge else text[:laenge] + "…"
