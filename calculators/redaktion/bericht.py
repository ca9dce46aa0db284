"""Bericht: der Vergleich als Markdown, für die Durchsicht vor dem Veröffentlichen und als Seite der Website."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from calculators.redaktion.bezeichnungen import ergebnis
from calculators.redaktion.vergleich import (
    Aenderung,
    Wirkung,
    faelle_vorher_nachher,
    geaenderte_zellen,
    haushalte_vorher_nachher,
    haushalte_zwischen,
    zwischen,
)
from calculators.redaktion.verwendung import DOCS, Seite, alle_seiten, in_rechnern
from leistungsrechner import RECHNER
from leistungsrechner.werte import Verzeichnis
from leistungsrechner.werteleser import NOCH_OFFEN

IM_JAHR = (3, 1)  # der Tag im Jahr, an dem die Haushalte gerechnet werden: 1. März


def durchsicht(alt: Verzeichnis, neu: Verzeichnis, name: str) -> str:
    """Alles, was sich gegenüber einem früheren Stand geändert hat, als Text für die Durchsicht."""
    zellen = geaenderte_zellen(alt, neu)
    if not zellen:
        return f"Gegenüber „{name}“ hat sich in den Tabellen nichts geändert.\n"
    tage = [date(jahr, *IM_JAHR) for jahr in sorted({z.ab.year for z in zellen})]
    return "\n\n".join(
        [
            f"# Geänderte Beträge gegenüber „{name}“",
            f"## {_zahl(len(zellen), 'Zelle', 'Zellen')} geändert",
            _zellentabelle(zellen),
            "## Fälle der Falltabellen, vorher und nachher",
            _wirkungen(faelle_vorher_nachher(alt, neu)),
            "## Beispielhaushalte, vorher und nachher",
            _wirkungen(haushalte_vorher_nachher(alt, neu, tage)),
            "## Seiten, auf denen sich etwas ändert",
            _seitenliste({z.schluessel for z in zellen}, neu, mit_grund=True),
        ]
    ) + "\n"  # fmt: skip


def seite(verzeichnis: Verzeichnis, von: int, bis: int) -> list[str]:
    """Was sich zwischen zwei Jahren ändert, als Zeilen einer Seite."""
    zellen = zwischen(verzeichnis, von, bis)
    fertig = [z for z in zellen if z.neu != NOCH_OFFEN]
    return "\n\n".join(
        [
            f"## Was das in Beispielen ausmacht {{#beispiele-{bis}}}",
            f"Gerechnet mit unseren Rechnern, jeweils am 1. März {von} und {bis}. Die Haushalte sind erfunden.",
            _haushalte(verzeichnis, von, bis),
            f"## Welche Beträge sich ändern {{#betraege-{bis}}}",
            *_betraege(fertig, von, bis),
            *_noch_offen([z for z in zellen if z.neu == NOCH_OFFEN], bis),
            f"## Auf welchen Seiten sich etwas ändert {{#seiten-{bis}}}",
            _seitenliste({z.schluessel for z in fertig}, verzeichnis, mit_grund=False),
        ]
    ).splitlines()  # fmt: skip


def _haushalte(verzeichnis: Verzeichnis, von: int, bis: int) -> str:
    tage = (date(von, *IM_JAHR), date(bis, *IM_JAHR))
    return _tabelle(
        ("Haushalt", str(von), str(bis), "Was sich sonst ändert"),
        (
            (w.name, w.alt, w.neu, _einzelheiten(w) if w.alt == w.neu else "")
            for w in haushalte_zwischen(verzeichnis, *tage)
        ),
    )


def _betraege(zellen: list[Aenderung], von: int, bis: int) -> Iterator[str]:
    if not zellen:
        yield f"Für {bis} ist noch kein anderer Betrag eingetragen."
    for datei, gruppe in groupby(_nach_namen(zellen), key=lambda z: z.datei):
        name = Path(datei).stem
        yield f"### {_titel(datei)} {{#{name}-{bis}}}"
        yield _tabelle(
            ("Betrag", str(von), str(bis), "Gilt ab"),
            (
                (f"[{z.bezeichnung}](werte/{name}.md#wert-{z.schluessel})", z.alt, z.neu, _tag(z.ab))
                for z in gruppe
            ),
        )  # fmt: skip


def _titel(datei: str) -> str:
    text = (DOCS.parent / datei).read_text("utf-8-sig")
    treffer = re.search(r"^# (.+?)(?: \{#.*\})?$", text, re.MULTILINE)
    return treffer[1] if treffer else Path(datei).stem


def _noch_offen(offen: list[Aenderung], bis: int) -> Iterator[str]:
    if offen:
        yield f"## Für {bis} noch nicht bekannt {{#offen-{bis}}}"
        yield "\n".join(
            f"* {z.bezeichnung} (zuletzt {z.alt})" for z in _nach_namen(offen)
        )


def _zellentabelle(zellen: list[Aenderung]) -> str:
    return _tabelle(
        ("Schlüssel", "Bezeichnung", "Ab", "Vorher", "Nachher", "Status", "Quelle"),
        (
            (f"`{z.schluessel}`", z.bezeichnung, _tag(z.ab), z.alt, z.neu, z.status, z.quelle)
            for z in zellen
        ),
    )  # fmt: skip


def _nach_namen(zellen: list[Aenderung]) -> list[Aenderung]:
    return sorted(zellen, key=lambda z: (z.datei, z.bezeichnung.casefold()))


def _wirkungen(wirkungen: list[Wirkung]) -> str:
    if not wirkungen:
        return "Kein Ergebnis ändert sich."
    return _tabelle(
        ("Fall", "Stichtag", "Vorher", "Nachher", "Darin ändert sich"),
        (
            (w.name, _tag(w.tag), w.alt, w.neu, _einzelheiten(w) or "–")
            for w in wirkungen
        ),
    )


def _einzelheiten(wirkung: Wirkung) -> str:
    """Die Ergebnisse, die sich ändern: „Grundbetrag 41,33 € am Tag → 42,00 € am Tag“."""
    if any("fehlt" in map(str, paar) for paar in wirkung.werte.values()):
        return ""  # Es kommt etwas dazu oder fällt weg; das steht schon in „Vorher“ und „Nachher“
    stuecke = []
    for name, paar in wirkung.werte.items():
        (bezeichnung, alt), (_, neu) = (
            ergebnis(wirkung.rechner, name, w) for w in paar
        )
        stuecke.append(f"{bezeichnung}: {alt} → {neu}")
    return "; ".join(stuecke)


def _seitenliste(
    schluessel: set[str], verzeichnis: Verzeichnis, *, mit_grund: bool
) -> str:
    gebraucht = in_rechnern(verzeichnis)
    rechner = {name for name, werte in gebraucht.items() if werte & schluessel}
    zeilen = [
        f"* {seite.titel} (`docs/{seite.pfad}`): {_gruende(seite, schluessel, rechner)}"
        if mit_grund
        else f"* [{seite.titel}]({seite.pfad})"
        for seite in alle_seiten()
        if seite.schluessel & schluessel or seite.rechner & rechner
    ]
    return "\n".join(zeilen) or "Auf keiner Seite außer den Tabellen selbst."


def _gruende(seite: Seite, schluessel: set[str], rechner: set[str]) -> str:
    werte = [f"`{name}`" for name in sorted(seite.schluessel & schluessel)]
    titel = [f"Rechner „{RECHNER[name].TITEL}“" for name in sorted(seite.rechner & rechner)]  # fmt: skip
    return ", ".join(werte + titel)


def _tabelle(kopf: tuple[str, ...], zeilen: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(
        [
            f"| {' | '.join(kopf)} |",
            "|" + "---|" * len(kopf),
            *(
                "| " + " | ".join(z.replace("|", "\\|") for z in zeile) + " |"
                for zeile in zeilen
            ),
        ]
    )


def _zahl(zahl: int, einzahl: str, mehrzahl: str) -> str:
    return f"{zahl} {einzahl if zahl == 1 else mehrzahl}"


def _tag(tag: date) -> str:
    return f"{tag.day}.{tag.month}.{tag.year}"
