"""Vergleich: was sich zwischen zwei Ständen der Tabellen oder zwischen zwei Jahren ändert."""

from __future__ import annotations

import contextlib
import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calculators.redaktion.faelle import falltabelle, haushalte, kurz
from leistungsrechner import rechne
from leistungsrechner.ablage import lies_ordner
from leistungsrechner.anzeige import in_worten
from leistungsrechner.werte import Eintrag, Stand, Verzeichnis
from leistungsrechner.werteleser import NICHT_VORGESEHEN, NOCH_OFFEN, lies_verzeichnis

WURZEL = Path(__file__).parents[2]
WERTE = "docs/werte"
KEINE_ZELLE = "keine Zelle"


@dataclass(frozen=True)
class Aenderung:
    """Eine Zelle vorher und nachher."""

    schluessel: str
    bezeichnung: str
    ab: date
    alt: str
    neu: str
    status: str
    quelle: str
    datei: str


@dataclass(frozen=True)
class Wirkung:
    """Ein Fall oder Haushalt, dessen Ergebnis sich ändert; je Ergebnis vorher und nachher."""

    name: str
    rechner: str
    tag: date
    alt: str
    neu: str
    werte: dict[str, tuple[object, object]]


class NichtLesbar(ValueError):
    """Der frühere Stand lässt sich nicht holen; der Text sagt, warum."""


def stand_aus(angabe: str) -> Verzeichnis:
    """Das Verzeichnis eines Ordners oder eines früheren Standes der Versionsverwaltung."""
    ordner = Path(angabe)
    if ordner.is_dir():
        texte = lies_ordner(ordner)
        return lies_verzeichnis(
            {f"{ordner}/{name}": text for name, text in texte.items()}
        )
    texte = _aus_versionen(angabe)
    if not texte:
        raise NichtLesbar(
            f"„{angabe}“ ist weder ein Ordner noch ein Stand der Versionsverwaltung mit Tabellen. "
            "Erwartet wird zum Beispiel HEAD, main oder ein Ordner mit den früheren Tabellen."
        )
    return lies_verzeichnis(texte)


def _aus_versionen(stand: str) -> dict[str, str]:
    """Die Tabellen eines Standes; leer, wenn es ihn oder die Versionsverwaltung nicht gibt."""
    try:
        namen = _git("ls-tree", "-r", "--name-only", stand, "--", WERTE).splitlines()
        dateien = [name for name in namen if name.endswith(".md")]
        return {name: _git("show", f"{stand}:{name}") for name in dateien}
    except (OSError, subprocess.CalledProcessError):
        return {}


def _git(*befehl: str) -> str:
    lauf = subprocess.run(["git", *befehl], cwd=WURZEL, capture_output=True, check=True)
    return lauf.stdout.decode("utf-8")


def zelle(eintrag: Eintrag | None, stand: Stand | None) -> str:
    """Was in der Zelle steht, mit Einheit."""
    if eintrag is None or stand is None:
        return KEINE_ZELLE
    if stand.wert is None:
        return NOCH_OFFEN if stand.offen else NICHT_VORGESEHEN
    return in_worten(stand.wert, eintrag.einheit)


def geaenderte_zellen(alt: Verzeichnis, neu: Verzeichnis) -> list[Aenderung]:
    """Alle Zellen, die sich unterscheiden, auch neue und verschwundene."""
    return [
        aenderung
        for schluessel in sorted({*alt, *neu})
        for aenderung in _zellen(alt.get(schluessel), neu.get(schluessel))
    ]


def _zellen(alt: Eintrag | None, neu: Eintrag | None) -> Iterator[Aenderung]:
    vorher = {s.ab: s for s in alt.staende} if alt else {}
    nachher = {s.ab: s for s in neu.staende} if neu else {}
    eintrag = neu or alt
    assert eintrag is not None
    for ab in sorted({*vorher, *nachher}):
        davor, danach = (
            zelle(alt, vorher.get(ab)),
            zelle(neu, nachher.get(ab)),
        )
        if davor != danach:
            stand = nachher.get(ab) or vorher[ab]
            yield Aenderung(
                eintrag.schluessel,
                eintrag.bezeichnung,
                ab,
                davor,
                danach,
                stand.status,
                stand.quelle,
                stand.datei,
            )


def zwischen(verzeichnis: Verzeichnis, von: int, bis: int) -> list[Aenderung]:
    """Alle Werte, die Ende des einen Jahres anders sind als Ende des anderen."""
    gefunden = []
    for eintrag in verzeichnis.values():
        davor, danach = (eintrag.am(date(jahr, 12, 31)) for jahr in (von, bis))
        alt, neu = zelle(eintrag, davor), zelle(eintrag, danach)
        if alt != neu and (danach or davor) is not None:
            stand = danach or davor
            assert stand is not None
            gefunden.append(
                Aenderung(
                    eintrag.schluessel,
                    eintrag.bezeichnung,
                    _gilt_seit(eintrag, stand, neu),
                    alt,
                    neu,
                    stand.status,
                    stand.quelle,
                    stand.datei,
                )
            )
    return gefunden


def _gilt_seit(eintrag: Eintrag, stand: Stand, inhalt: str) -> date:
    """Der Tag der ersten Spalte, seit der die Zelle ohne Unterbrechung so lautet."""
    seit = stand.ab
    for frueher in reversed([s for s in eintrag.staende if s.ab < stand.ab]):
        if zelle(eintrag, frueher) != inhalt:
            break
        seit = frueher.ab
    return seit


def faelle_vorher_nachher(alt: Verzeichnis, neu: Verzeichnis) -> list[Wirkung]:
    """Alle Fälle der Falltabellen, deren Ergebnis sich ändert, jeder an seinem Stichtag."""
    gefunden = []
    for fall in falltabelle().lies_faelle()[0]:
        antworten = [
            _antwort(fall.rechner, fall.angaben, fall.stichtag, v) for v in (alt, neu)
        ]
        if wirkung := _wirkung(fall.name, fall.rechner, *antworten):
            gefunden.append(wirkung)
    return gefunden


def _antwort(
    rechner: str, angaben: dict[str, object], tag: object, verzeichnis: Verzeichnis
) -> dict[str, object]:
    """Die Antwort des heutigen Rechenwerks; fehlt älteren Tabellen ein Wert ganz, ist sie ein „fehler“ ohne Lärm."""
    with contextlib.redirect_stderr(io.StringIO()):
        return rechne(rechner, angaben, tag or None, verzeichnis=verzeichnis)  # type: ignore[arg-type]


def haushalte_vorher_nachher(
    alt: Verzeichnis, neu: Verzeichnis, tage: list[date]
) -> list[Wirkung]:
    """Alle Beispielhaushalte, deren Ergebnis sich an einem dieser Tage ändert."""
    return [
        wirkung
        for haushalt in haushalte()
        for tag in tage
        if (
            wirkung := _wirkung(
                haushalt.name,
                haushalt.rechner,
                _antwort(haushalt.rechner, haushalt.angaben, tag, alt),
                _antwort(haushalt.rechner, haushalt.angaben, tag, neu),
            )
        )
    ]


def _wirkung(
    name: str, rechner: str, alt: dict[str, object], neu: dict[str, object]
) -> Wirkung | None:
    unterschiede = unterschiedliche_werte(alt, neu)
    if not unterschiede and kurz(alt) == kurz(neu):
        return None
    tag = date.fromisoformat(str(neu["stichtag"]))
    return Wirkung(name, rechner, tag, kurz(alt), kurz(neu), unterschiede)


def unterschiedliche_werte(
    alt: dict[str, object], neu: dict[str, object]
) -> dict[str, tuple[object, object]]:
    """Die Ergebnisse zweier Antworten, die nicht gleich sind."""
    davor, danach = alt["werte"], neu["werte"]
    assert isinstance(davor, dict)
    assert isinstance(danach, dict)
    return {
        name: (davor.get(name, "fehlt"), danach.get(name, "fehlt"))
        for name in {**davor, **danach}
        if davor.get(name, "fehlt") != danach.get(name, "fehlt")
    }


def haushalte_zwischen(verzeichnis: Verzeichnis, von: date, bis: date) -> list[Wirkung]:
    """Alle Beispielhaushalte an zwei Tagen, auch jene, bei denen alles gleich bleibt."""
    gefunden = []
    for haushalt in haushalte():
        alt, neu = (
            _antwort(haushalt.rechner, haushalt.angaben, tag, verzeichnis)
            for tag in (von, bis)
        )
        werte = {
            name: paar
            for name, paar in unterschiedliche_werte(alt, neu).items()
            if not _sind_tage(*paar)
        }
        gefunden.append(
            Wirkung(haushalt.name, haushalt.rechner, bis, kurz(alt), kurz(neu), werte)
        )
    return gefunden


def _sind_tage(*werte: object) -> bool:
    """Dass ein späterer Antrag später beginnt, ist keine Änderung."""
    try:
        return all(date.fromisoformat(str(wert)) for wert in werte)
    except ValueError:
        return False
