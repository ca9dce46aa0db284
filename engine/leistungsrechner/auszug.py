"""Auszug: liest Zeilen aus dem Versicherungsdatenauszug; was nicht eindeutig ist, kommt unverstanden zurück.

Hier wird nur gelesen, nicht gerechnet: Welche Zeit zählt, entscheidet der Rechner. Erkannt wird eine Zeile erst, wenn
Zeitraum und Art (oder Monat und Betrag) eindeutig sind; jede andere Zeile kommt mit einem Grund zurück.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from . import lesen

HOECHSTLAENGE = 50_000

_DATUM = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")
_OFFEN = re.compile(r"\b(laufend|dato|heute|aufrecht|offen)\b", re.IGNORECASE)
_MONAT = re.compile(r"(?<![\d./-])(?:\d{1,2}[./]\d{4}|\d{4}-\d{2})(?![\d./-])")
_BETRAG = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+),\d{2}(?![\d,])")
_MONATSNAMEN = (
    ("jänner", "januar", "jän", "jan"),
    ("februar", "feber", "feb"),
    ("märz", "mär"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("dezember", "dez"),
)
_NUMMER = {
    name: nummer for nummer, namen in enumerate(_MONATSNAMEN, 1) for name in namen
}
_MONATSWORT = re.compile(
    rf"\b({'|'.join(_NUMMER)})\b\.?\s+(\d{{4}})(?!\d)", re.IGNORECASE
)

# Wie der Auszug die Zeiten nennt, und die Art dazu.
_WORTE = tuple(
    (art, re.compile(wort, re.IGNORECASE))
    for art, wort in (
        ("geringfuegig", r"\bgeringf(ü|ue)gig"),
        ("freier_dienstvertrag", r"\bfreier? (dienstvertrag|dienstnehmer)"),
        ("lehre", r"\b(lehrling|lehrzeit|lehre)\b|\blehrverh(ä|ae)ltnis"),
        (
            "beschaeftigung",
            r"\b(arbeiter(in)?|angestellter?|vertragsbedienstete[rn]?)\b",
        ),
        ("kuendigungsentschaedigung", r"\bk(ü|ue)ndigungsentsch(ä|ae)digung"),
        ("urlaubsersatz", r"\burlaubs(ersatz|entsch(ä|ae)digung|abfindung)"),
        ("krankengeld", r"\bkrankengeld"),
        ("wochengeld", r"\bwochengeld"),
        ("kinderbetreuungsgeld", r"\bkinderbetreuungsgeld"),
        ("karenz", r"\bkarenz(urlaub|geld|zeit)?\b"),
        ("arbeitsuchend", r"\barbeits?(suchend|los)|\bnotstandshilfe"),
        ("weiterbildungsgeld", r"\bweiterbildungsgeld|\bbildungsteilzeit"),
        ("pflegekarenz", r"\bpflegekarenz"),
        ("praesenzdienst", r"\bpr(ä|ae)senzdienst"),
        ("zivildienst", r"\bzivildienst"),
        ("selbststaendig", r"\bselbst(st)?(ä|ae)ndig|\bGSVG\b"),
    )
)
# „Geringfügig beschäftigte Angestellte“ ist eine Art, nicht zwei.
_GERINGFUEGIG_SCHLUCKT = frozenset({"beschaeftigung", "freier_dienstvertrag"})


class _Unklar(Exception):
    """Die Zeile ist nicht eindeutig; der Text sagt, woran es liegt."""


def lies(text: object) -> dict[str, list[dict[str, object]]]:
    """Die erkannten Zeiten und Monate, Angaben wie getippt; unter nicht_verstanden jede andere Zeile mit Grund."""
    ergebnis: dict[str, list[dict[str, object]]] = {
        "zeiten": [],
        "beitragsgrundlagen": [],
        "nicht_verstanden": [],
    }
    roh = text if isinstance(text, str) else ""
    for nummer, zeile in _zeilen(roh[:HOECHSTLAENGE]):
        try:
            liste, eintrag = _lies_zeile(zeile)
            ergebnis[liste].append(eintrag)
        except _Unklar as grund:
            ergebnis["nicht_verstanden"].append(
                {"nummer": nummer, "zeile": zeile, "grund": str(grund)}
            )
    if len(roh) > HOECHSTLAENGE:
        ergebnis["nicht_verstanden"].append(
            {
                "nummer": 0,
                "zeile": "…",
                "grund": "Der Text ist zu lang. Fügen Sie den Rest in einem zweiten Schritt ein.",
            }
        )
    return ergebnis


def _zeilen(text: str) -> Iterable[tuple[int, str]]:
    for nummer, zeile in enumerate(text.splitlines(), 1):
        if ordentlich := " ".join(zeile.split()):
            yield nummer, ordentlich


def _lies_zeile(zeile: str) -> tuple[str, dict[str, object]]:
    if tage := _DATUM.findall(zeile):
        return "zeiten", _zeit(zeile, tage)
    if monate := _monate(zeile):
        return "beitragsgrundlagen", _monat(zeile, monate)
    raise _Unklar("Kein Zeitraum mit Tag, Monat und Jahr.")


def _zeit(zeile: str, tage: list[str]) -> dict[str, object]:
    zeitraum = _zeitraum(zeile, tage)
    return {"art": _art(_DATUM.sub(" ", zeile)), **zeitraum}


def _zeitraum(zeile: str, tage: list[str]) -> dict[str, object]:
    """Zwei Tage, oder einer und „laufend“: Dann bleibt das Ende leer und muss ergänzt werden."""
    von, *rest = tage
    if len(rest) > 1:
        raise _Unklar("Mehr als zwei Datumsangaben in einer Zeile.")
    if not rest and not _OFFEN.search(zeile):
        raise _Unklar("Das Ende des Zeitraums fehlt.")
    gelesen = [_tag(tag) for tag in tage]
    if gelesen != sorted(gelesen):
        raise _Unklar("Das Ende liegt vor dem Beginn.")
    return {"von": von, **({"bis": rest[0]} if rest else {})}


def _tag(text: str) -> date:
    try:
        return lesen.tag(text)
    except lesen.Unlesbar as fehler:
        raise _Unklar(str(fehler)) from None


def _art(text: str) -> str:
    arten = {art for art, wort in _WORTE if wort.search(text)}
    if "geringfuegig" in arten:
        arten -= _GERINGFUEGIG_SCHLUCKT
    if not arten:
        raise _Unklar("Die Art der Zeit ist uns nicht bekannt.")
    if len(arten) > 1:
        raise _Unklar("Die Zeile nennt mehrere Arten von Zeiten.")
    return arten.pop()


def _monate(zeile: str) -> list[str]:
    in_worten = [
        f"{_NUMMER[name.lower()]}.{jahr}" for name, jahr in _MONATSWORT.findall(zeile)
    ]
    return _MONAT.findall(zeile) + in_worten


def _monat(zeile: str, monate: list[str]) -> dict[str, object]:
    betraege = _BETRAG.findall(zeile)
    if re.search(r"sonderzahlung", zeile, re.IGNORECASE):
        raise _Unklar("Sonderzahlungen gehören nicht zur monatlichen Grundlage.")
    if len(monate) > 1 or len(betraege) > 1:
        raise _Unklar("Mehr als ein Monat oder mehr als ein Betrag in einer Zeile.")
    if not betraege:
        raise _Unklar("Kein Betrag mit Cent, zum Beispiel 2.500,00.")
    try:
        lesen.monat(monate[0])
    except lesen.Unlesbar as fehler:
        raise _Unklar(str(fehler)) from None
    return {"monat": monate[0], "betrag": betraege[0]}
