"""Prüft die Tabellen auf Unwahrscheinliches: Warnungen für Menschen, keine Fehler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from leistungsrechner.anzeige import in_worten
from leistungsrechner.werte import Eintrag, Stand, Verzeichnis

SPRUNG = Decimal("0.15")
VORAUS_AB_MONAT = 11  # dann werden die Beträge des nächsten Jahres veröffentlicht
PRUEFFRIST = timedelta(days=365)
UEBLICHE_TAGE = {(1, 1), (1, 4), (1, 6), (1, 7), (1, 9), (1, 10), (1, 11)}


@dataclass(frozen=True)
class Warnung:
    """Was an einem Wert auffällt und wo er steht."""

    ort: str
    schluessel: str
    meldung: str

    def __str__(self) -> str:
        return f"{self.ort}: `{self.schluessel}`: {self.meldung}"


def offene(verzeichnis: Verzeichnis) -> Iterator[tuple[Eintrag, Stand, Stand | None]]:
    """Alle Werte, die noch offen sind, mit ihrem letzten bekannten Stand."""
    for eintrag in verzeichnis.values():
        for stand in eintrag.staende:
            if stand.offen:
                bekannte = [
                    s for s in eintrag.staende if s.ab < stand.ab and s.wert is not None
                ]
                yield eintrag, stand, bekannte[-1] if bekannte else None


def nicht_geoeffnete(verzeichnis: Verzeichnis, heute: date) -> list[int]:
    """Das heurige Jahr, ab November auch das nächste, solange jährliche Werte dafür keine Zelle haben."""
    bis = heute.year + (heute.month >= VORAUS_AB_MONAT)
    jahre = [
        {stand.ab.year for stand in eintrag.staende}
        for eintrag in verzeichnis.values()
        if eintrag.jaehrlich
    ]
    return [
        jahr
        for jahr in range(heute.year, bis + 1)
        if any(jahr not in hat and max(hat) >= jahr - 2 for hat in jahre)
    ]


def warnungen(verzeichnis: Verzeichnis, heute: date) -> list[Warnung]:
    """Alles, was jemand ansehen sollte, bevor die Werte veröffentlicht werden."""
    return [
        warnung for eintrag in verzeichnis.values() for warnung in _zu(eintrag, heute)
    ]


def _zu(eintrag: Eintrag, heute: date) -> Iterator[Warnung]:
    werte = [stand for stand in eintrag.staende if stand.wert is not None]
    if werte:
        yield from _geprueft(eintrag, werte[-1], heute)
    for stand in eintrag.staende:
        tag, monat = stand.ab.day, stand.ab.month
        if (tag, monat) not in UEBLICHE_TAGE and (monat, tag) in UEBLICHE_TAGE:
            text = f"Gültig ab {tag}.{monat}.{stand.ab.year}: Sind Tag und Monat vertauscht?"
            yield _warnung(eintrag, stand, text)
    for davor, danach in zip(werte, werte[1:], strict=False):
        if danach.ab.year >= heute.year:
            yield from _vergleich(eintrag, davor, danach)


def _geprueft(eintrag: Eintrag, stand: Stand, heute: date) -> Iterator[Warnung]:
    gilt_noch = not eintrag.jaehrlich or stand.ab.year >= heute.year - 1
    if gilt_noch and heute - stand.geprueft > PRUEFFRIST:
        tag = stand.geprueft
        yield _warnung(
            eintrag, stand, f"Seit {tag.day}.{tag.month}.{tag.year} nicht mehr geprüft."
        )
    if stand.geprueft > heute:
        text = "Das Datum der Prüfung liegt in der Zukunft."
        if _vertauscht(stand.geprueft) <= heute:
            text += " Sind Tag und Monat vertauscht?"
        yield _warnung(eintrag, stand, text)


def _vertauscht(tag: date) -> date:
    return date(tag.year, tag.day, tag.month) if tag.day <= 12 else tag


def _vergleich(eintrag: Eintrag, davor: Stand, danach: Stand) -> Iterator[Warnung]:
    assert davor.wert is not None
    assert danach.wert is not None
    alt, neu = (
        in_worten(stand.wert, eintrag.einheit)
        for stand in (davor, danach)
        if stand.wert is not None
    )
    if _als_bruch_getippt(eintrag, davor.wert, danach.wert):
        yield _warnung(
            eintrag,
            danach,
            f"{neu} statt zuletzt {alt}: Ist der Prozentsatz als Bruch getippt?",
        )
    elif davor.wert and abs(danach.wert / davor.wert - 1) > SPRUNG:
        yield _warnung(
            eintrag, danach, f"Sprung um mehr als 15 %: von {alt} auf {neu}."
        )
    elif (
        eintrag.jaehrlich
        and davor.wert == danach.wert
        and _aendert_sich_sonst_immer(eintrag, danach)
    ):
        yield _warnung(
            eintrag,
            danach,
            f"Unverändert {neu}, obwohl sich der Wert sonst jedes Jahr ändert.",
        )


def _als_bruch_getippt(eintrag: Eintrag, davor: Decimal, danach: Decimal) -> bool:
    return eintrag.einheit == "%" and danach < Decimal("0.01") <= davor


def _aendert_sich_sonst_immer(eintrag: Eintrag, bis: Stand) -> bool:
    fruehere = [s.wert for s in eintrag.staende if s.ab < bis.ab and s.wert is not None]
    return len(fruehere) > 1 and all(
        a != b for a, b in zip(fruehere, fruehere[1:], strict=False)
    )


def _warnung(eintrag: Eintrag, stand: Stand, meldung: str) -> Warnung:
    return Warnung(f"{stand.datei}:{stand.zeile}", eintrag.schluessel, meldung)
