"""Vergleich: zwei Fälle desselben Rechners nebeneinander, der Unterschied und woher er kommt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import ModuleType

from ..angaben import Angaben, Feld
from ..anzeige import datum, in_worten, monat_jahr
from ..ergebnis import Antwort, Kernaussage
from ..fehler import AngabenUnvollstaendig, KeineWerte
from ..werte import Werte
from .bezeichnungen import anzeige, bezeichnung, unterschied

# Der Wert, um den es bei jedem Rechner zuerst geht; der erste, den beide Fälle haben.
HAUPTWERT = {
    "arbeitslosengeld": ("tagsatz", "bezugsdauer_wochen", "beginn"),
    "notstandshilfe": ("tagsatz",),
    "mindestsicherung": ("gesamt", "mindestsicherung"),
    "rezeptgebuehr": ("abstand",),
    "gesamt": ("zusammen_monat", "alg_tagsatz"),
    "bescheid": ("tagsatz", "bezugsdauer_wochen"),
}
Zeile = dict[str, object]


def vergleich(
    rechner: str, werk: ModuleType, a: tuple[Angaben, Werte], b: tuple[Angaben, Werte]
) -> dict[str, object]:
    """Die Werte beider Fälle, ihr Unterschied, die verschiedenen Angaben und was jede allein bewirkt."""
    erste, zweite = (werk.berechne(*fall) for fall in (a, b))
    return {
        "kern": [_kern(antwort) for antwort in (erste, zweite)],
        "zeilen": [_zeile(n, erste, zweite) for n in _namen(erste, zweite)],
        "angaben": list(_verschiedene(rechner, werk, a, b, erste, zweite)),
        "satz": _satz(rechner, erste, zweite),
    }


def _kern(antwort: Antwort) -> dict[str, object]:
    kern = antwort.kern or Kernaussage("")
    return {**kern.als_dict(), "art": antwort.art}


def _namen(erste: Antwort, zweite: Antwort) -> list[str]:
    return list(dict.fromkeys([*erste.werte, *zweite.werte]))


def _zeile(name: str, erste: Antwort, zweite: Antwort) -> Zeile:
    a, b = erste.werte.get(name), zweite.werte.get(name)
    return {
        "name": bezeichnung(name),
        "a": anzeige(name, a),
        "b": anzeige(name, b),
        "unterschied": unterschied(name, a, b),
        "gleich": anzeige(name, a) == anzeige(name, b),
    }


def hauptwert(rechner: str, erste: Antwort, zweite: Antwort) -> str | None:
    """Der wichtigste Wert, den beide Antworten haben."""
    beide = erste.werte.keys() & zweite.werte.keys()
    return next((name for name in HAUPTWERT[rechner] if name in beide), None)


def _satz(rechner: str, erste: Antwort, zweite: Antwort) -> str:
    if erste.art != zweite.art:
        ja, nein = ("A", "B") if erste.art == "ergebnis" else ("B", "A")
        return f"In Fall {ja} besteht Anspruch, in Fall {nein} nicht."
    name = hauptwert(rechner, erste, zweite)
    if name is None:
        return "Die wichtigste Zahl fehlt in mindestens einem Fall."
    a, b = erste.werte[name], zweite.werte[name]
    abstand = unterschied(name, a, b)
    was = bezeichnung(name)
    if not abstand:
        return f"{was}: in beiden Fällen gleich, {anzeige(name, a)}."
    return f"{was}: Fall A {anzeige(name, a)}, Fall B {anzeige(name, b)}. Unterschied: {abstand}."


def _verschiedene(
    rechner: str,
    werk: ModuleType,
    a: tuple[Angaben, Werte],
    b: tuple[Angaben, Werte],
    erste: Antwort,
    zweite: Antwort,
) -> Iterator[Zeile]:
    """Jede Angabe, in der sich die Fälle unterscheiden, und was sie allein am wichtigsten Wert ändert."""
    name = hauptwert(rechner, erste, zweite)
    for feld in a[0].felder.values():
        if a[0][feld.name] == b[0][feld.name]:
            continue
        yield {
            "feld": feld.name,
            "label": feld.label,
            "a": _angabe(feld, a[0]),
            "b": _angabe(feld, b[0]),
            "wirkung": _wirkung(werk, a, b, feld.name, name, erste),
        }


def _wirkung(
    werk: ModuleType,
    a: tuple[Angaben, Werte],
    b: tuple[Angaben, Werte],
    feld: str,
    name: str | None,
    erste: Antwort,
) -> str:
    """Fall A, nur mit dieser einen Angabe aus Fall B."""
    geaendert: Mapping[str, object] = {
        **{n: w for n, w in a[0].werte.items() if n != feld},
        **({feld: b[0].werte[feld]} if b[0].gegeben(feld) else {}),
    }
    werte = b[1] if feld == "stichtag" else a[1].am(a[1].stichtag)
    try:
        antwort = werk.berechne(replace(a[0], werte=geaendert), werte)
    except (AngabenUnvollstaendig, KeineWerte):
        return "Allein lässt sich diese Angabe nicht ändern."
    if antwort.art != erste.art:
        return (
            "Diese Angabe allein bringt den Anspruch."
            if antwort.art == "ergebnis"
            else "Diese Angabe allein nimmt den Anspruch."
        )
    if name is None or name not in antwort.werte:
        return ""
    abstand = unterschied(name, erste.werte[name], antwort.werte[name])
    was = bezeichnung(name)
    if abstand:
        return f"{was}: {abstand}"
    return _anderes(erste, antwort) or f"Ändert allein nichts an: {was}."


def _anderes(erste: Antwort, antwort: Antwort) -> str:
    """Die erste andere Zahl, die sich ändert, zum Beispiel der Beginn."""
    for name in _namen(erste, antwort):
        abstand = unterschied(name, erste.werte.get(name), antwort.werte.get(name))
        if abstand:
            return f"{bezeichnung(name)}: {abstand}"
    return ""


def _angabe(feld: Feld, angaben: Angaben) -> str:
    wert = angaben[feld.name]
    if wert is None or wert == () or wert == []:
        return "nicht angegeben"
    if feld.art == "auswahl":
        return dict(feld.optionen)[wert]
    if feld.art == "mehrfach":
        return "; ".join(dict(feld.optionen)[teil] for teil in wert)
    if feld.art == "geldliste":
        return "; ".join(in_worten(teil, "€") for teil in wert)
    if feld.art == "liste":
        return f"{len(wert)} Einträge" if len(wert) != 1 else "1 Eintrag"
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, date):
        return monat_jahr(wert) if feld.art == "monat" else datum(wert)
    return angaben.groesse(feld.name).anzeige
