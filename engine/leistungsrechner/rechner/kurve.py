"""Kurve: wie sich eine Leistung mit dem Einkommen ändert und ab wo nichts mehr bleibt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from types import ModuleType

from ..angaben import Angaben
from ..anzeige import in_worten
from ..fehler import Angabenfehler, AngabenUnvollstaendig
from ..groesse import CENT, Groesse
from ..lesen import HOECHSTBETRAG
from ..rechenweg import als_text
from ..schwelle import groesster_betrag
from ..werte import Werte

# Je Rechner die Einkommen, über die sich eine Kurve zeichnen lässt, und der Wert, der sich ändert.
ACHSEN: dict[str, dict[str, tuple[str, ...]]] = {
    "mindestsicherung": {"einkommen_monat": ("gesamt", "mindestsicherung")},
    "notstandshilfe": {
        "anderes_einkommen_monat": ("monat_30",),
        "erwerbseinkommen_monat": ("monat_30",),
        "unterhalt_monat": ("monat_30",),
    },
}

Betrag = Callable[[int], Decimal]


def kurve(
    rechner: str, werk: ModuleType, angaben: Angaben, feld: str, werte: Werte
) -> dict[str, object]:
    """Die Punkte der Kurve, der eigene Punkt und die Schwelle, ab der nichts mehr bleibt."""
    namen = ACHSEN.get(rechner, {}).get(feld)
    if namen is None:
        moeglich = ", ".join(ACHSEN.get(rechner, {})) or "keine"
        meldung = f"Darüber gibt es keine Kurve. Möglich: {moeglich}."
        raise AngabenUnvollstaendig([Angabenfehler(feld, meldung)])
    werk.berechne(
        angaben, werte
    )  # was an den Angaben nicht stimmt, meldet der Rechner selbst
    gemerkt: dict[int, Decimal] = {}

    def betrag(cent: int) -> Decimal:
        if cent not in gemerkt:
            gemerkt[cent] = _betrag(werk, angaben, feld, cent * CENT, namen, werte)
        return gemerkt[cent]

    eigener = int(Decimal(angaben[feld]) / CENT)
    grenze = groesster_betrag(HOECHSTBETRAG, lambda x: betrag(int(x / CENT)) > 0)
    stellen = list(_stellen(betrag, eigener, grenze, werte))
    return {
        "feld": feld,
        "achse": angaben.felder[feld].label,
        "punkte": [_punkt(cent, betrag(cent)) for cent in stellen],
        "eigener": _punkt(eigener, betrag(eigener)),
        "schwelle": None
        if grenze is None
        else _punkt(int(grenze / CENT), betrag(int(grenze / CENT))),
        "satz": _satz(grenze),
    }


def _betrag(
    werk: ModuleType,
    angaben: Angaben,
    feld: str,
    einkommen: Decimal,
    namen: tuple[str, ...],
    werte: Werte,
) -> Decimal:
    antwort = werk.berechne(
        replace(angaben, werte={**angaben.werte, feld: einkommen}), werte
    )
    if antwort.art != "ergebnis":
        return Decimal(0)
    gefunden = next(antwort.werte[name] for name in namen if name in antwort.werte)
    assert isinstance(gefunden, Groesse)
    return gefunden.wert


def _stellen(
    betrag: Betrag, eigener: int, grenze: Decimal | None, werte: Werte
) -> list[int]:
    """Gleichmäßig verteilte Stellen, dazu der eigene Punkt, die Schwelle und jeder Sprung, auf den Cent."""
    schwelle = 0 if grenze is None else int(grenze / CENT)
    raum = 1 + werte["kurve_raum_satz"].wert
    ende = max(int(schwelle * raum), int(eigener * raum), int(1 / CENT))
    teile = werte.anzahl("kurve_punkte")
    stellen = {ende * n // teile for n in range(teile + 1)} | {eigener}
    if grenze is not None:
        stellen |= {schwelle, schwelle + 1}
    geordnet = sorted(stellen)
    for links, rechts in zip(geordnet, geordnet[1:], strict=False):
        stellen |= set(_sprung(betrag, links, rechts))
    return sorted(stellen)


def _sprung(betrag: Betrag, links: int, rechts: int) -> Iterator[int]:
    """Die zwei Cent, zwischen denen die Leistung um mehr fällt, als das Einkommen steigt; oder nichts."""

    def faellt(von: int, bis: int) -> bool:
        return (betrag(von) - betrag(bis)) / CENT > (bis - von) + int(1 / CENT)

    if not faellt(links, rechts):
        return
    while rechts - links > 1:
        mitte = links + (rechts - links >> 1)
        links, rechts = (links, mitte) if faellt(links, mitte) else (mitte, rechts)
    yield links
    yield rechts


def _punkt(cent: int, betrag: Decimal) -> dict[str, str]:
    einkommen = cent * CENT
    return {
        "einkommen": als_text(einkommen, "€"),
        "betrag": als_text(betrag, "€"),
        "zusammen": als_text(einkommen + betrag, "€"),
        "einkommen_anzeige": in_worten(einkommen, "€"),
        "betrag_anzeige": in_worten(betrag, "€"),
        "zusammen_anzeige": in_worten(einkommen + betrag, "€"),
    }


def _satz(grenze: Decimal | None) -> str:
    if grenze is None:
        return "Auch ohne dieses Einkommen bleibt nach Ihren Angaben nichts."
    if not grenze:
        return "Schon ab dem ersten Cent dieses Einkommens bleibt nichts."
    return f"Bis {in_worten(grenze, '€')} im Monat bleibt etwas, darüber nichts mehr."
