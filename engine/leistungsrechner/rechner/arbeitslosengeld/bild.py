"""Arbeitslosengeld: Rahmenfrist und Bemessungszeitraum, so zerlegt, dass man sie zeichnen kann."""

from __future__ import annotations

from collections.abc import Iterator

from ...angaben import Angaben
from ...rechenweg import als_text
from ...tage import Tage
from ...werte import Werte
from .anspruch import Anspruch
from .anwartschaft import Pruefung
from .bemessung import aufwertungsfaktor, ausgewaehlte, lies_monate, zeitraum
from .rahmenfrist import Rahmenfrist
from .zeitarten import BEZEICHNUNG
from .zeiten import BEDINGT, Stueck, Verlauf, Wirkung

Bild = dict[str, object]


def bilder(angaben: Angaben, gefunden: Anspruch, werte: Werte) -> Bild:
    """Was zum Zeichnen gebraucht wird, soweit es feststeht."""
    ergebnis: Bild = {}
    pruefung = gefunden.befund.pruefung
    if gefunden.verlauf is not None and pruefung and pruefung.frist:
        ergebnis["rahmenfrist"] = _rahmenfrist(
            pruefung, pruefung.frist, gefunden.verlauf
        )
    if angaben.gegeben("beitragsgrundlagen"):
        ergebnis["bemessung"] = _bemessung(angaben, werte)
    return ergebnis


def _rahmenfrist(pruefung: Pruefung, frist: Rahmenfrist, verlauf: Verlauf) -> Bild:
    return {
        "regel": pruefung.regel.name,
        "noetig_wochen": pruefung.noetig,
        "wochen": pruefung.wochen,
        "von": frist.von.isoformat(),
        "bis": frist.bis.isoformat(),
        "ohne_verlaengerung_von": frist.grundfrist_von.isoformat(),
        "tage_gezaehlt": frist.tage,
        "tage_verlaengernd": len(frist.verlaengernd),
        "anteile": list(_anteile(frist, verlauf)),
        "abschnitte": list(_abschnitte(frist)),
    }


def _anteile(frist: Rahmenfrist, verlauf: Verlauf) -> Iterator[Bild]:
    """Der Beitrag jeder Zeit; ein Tag, den zwei belegen, steht nur bei der ersten."""
    raum = Tage.von_bis(frist.von, frist.bis)
    vergeben = Tage()
    for stueck in verlauf.stuecke:
        tage = stueck.tage & raum
        if _zaehlt(stueck, frist):
            gezaehlt, verlaengernd = (tage & frist.gezaehlt) - vergeben, Tage()
        elif stueck.wirkung in (Wirkung.KEINE, Wirkung.ZAEHLT):
            gezaehlt = verlaengernd = Tage()
        else:
            gezaehlt, verlaengernd = Tage(), (tage & frist.verlaengernd) - vergeben
        vergeben |= gezaehlt | verlaengernd
        zeit = stueck.zeit
        yield {
            "art": zeit.art,
            "bezeichnung": BEZEICHNUNG[zeit.art],
            "von": zeit.von.isoformat(),
            "bis": zeit.bis.isoformat(),
            "tage_gezaehlt": len(gezaehlt),
            "tage_verlaengernd": len(verlaengernd),
            "grund": stueck.grund if tage else "Liegt vor der Rahmenfrist.",
        }


def _zaehlt(stueck: Stueck, frist: Rahmenfrist) -> bool:
    return stueck.wirkung is Wirkung.ZAEHLT or (
        stueck.wirkung in BEDINGT and frist.bedingte_zaehlen
    )


def _abschnitte(frist: Rahmenfrist) -> Iterator[Bild]:
    """Die Rahmenfrist lückenlos vom ersten bis zum letzten Tag."""
    uebrig = Tage.von_bis(frist.von, frist.bis) - frist.gezaehlt - frist.verlaengernd
    teile = [
        (von, bis, wirkung)
        for menge, wirkung in (
            (frist.gezaehlt, "zaehlt"),
            (frist.verlaengernd, "verlaengert"),
            (uebrig, "keine"),
        )
        for von, bis in menge
    ]
    for von, bis, wirkung in sorted(teile):
        yield {"von": von.isoformat(), "bis": bis.isoformat(), "wirkung": wirkung}


def _bemessung(angaben: Angaben, werte: Werte) -> Bild:
    stichtag = angaben["stichtag"]
    raum = zeitraum(stichtag, werte)
    monate = lies_monate(angaben["beitragsgrundlagen"])
    gewaehlt = {m.monat for m in ausgewaehlte(monate, stichtag, werte)}
    return {
        "von": f"{raum.von:%Y-%m}",
        "frist_von": f"{raum.frist_von:%Y-%m}",
        "monate": [
            {
                "monat": f"{m.monat:%Y-%m}",
                "betrag": als_text(m.betrag, "€"),
                "zaehlt": m.monat in gewaehlt,
                "faktor": faktor.anzeige
                if m.monat in gewaehlt
                and (faktor := aufwertungsfaktor(m.monat.year, stichtag, werte))
                else None,
            }
            for m in monate
        ],
    }
