"""Setzt Beträge und Rechenergebnisse in den Text ein: {{ schluessel }} und {{ rechne … : wert }}.

    {{ geringfuegigkeitsgrenze_monat }}                    551,10 €
    {{ geringfuegigkeitsgrenze_monat | jahr }}             551,10 € (2026)
    {{ geringfuegigkeitsgrenze_monat | am 1.1.2025 }}      der Wert dieses Tages
    {{ geringfuegigkeitsgrenze_monat | zahl }}             551,10
    {{ rechne arbeitslosengeld stichtag=2.3.2026 brutto_monat=2400 : tagsatz }}

Ein Rückstrich davor zeigt die Schreibweise, statt sie einzusetzen.
"""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from leistungsrechner import rechne
from leistungsrechner.anzeige import datum, in_worten, zahl
from leistungsrechner.fehler import UnbekannterSchluessel
from leistungsrechner.lesen import Unlesbar, tag
from leistungsrechner.werte import Eintrag, Stand

from . import tafel
from .fundstelle import SAMMLUNG, ort

_MARKE = re.compile(r"(\\?)\{\{\s*([^{}]+?)\s*\}\}")
_HALBE_MARKE = re.compile(r"(?<!\\)\{\{[^{}]*\}?|\{[^{}]*\}\}")
_SCHLUESSEL = re.compile(r"([a-z][a-z0-9_]*)(?:\s*\|\s*(.+))?")
_RECHNE = re.compile(r"rechne\s+([a-z_]+)\s+(.*?)\s*:\s*([a-z0-9_]+)")


class Falsch(ValueError):
    """Die Marke lässt sich nicht einsetzen; der Text sagt, warum und wie es richtig wäre."""


def eingesetzt(inhalt: str) -> str:
    """Was anstelle der Marke {{ inhalt }} steht."""
    if treffer := _RECHNE.fullmatch(inhalt):
        return _ergebnis(*treffer.groups())
    if treffer := _SCHLUESSEL.fullmatch(inhalt):
        return _wert(treffer[1], treffer[2] or "")
    klein = re.sub(r"[\s-]+", "_", inhalt.lower())
    gemeint = tafel.verzeichnis().gemeint(klein)
    raise Falsch(
        f"So heißt weder ein Wert noch eine Rechnung. Erwartet wird {{{{ schluessel }}}}.{gemeint}"
    )


def _wert(schluessel: str, zusatz: str) -> str:
    try:
        eintrag = tafel.verzeichnis()[schluessel]
    except UnbekannterSchluessel as fehler:
        raise Falsch(str(fehler.args[0])) from None
    wuensche = [wunsch.strip() for wunsch in zusatz.split(",")] if zusatz else []
    am = _tag_aus(wuensche)
    if unbekannt := [
        w for w in wuensche if w not in ("jahr", "zahl") and not w.startswith("am ")
    ]:
        raise Falsch(
            f"„{unbekannt[0]}“ ist keine Zutat. Möglich sind: jahr, zahl, am TT.MM.JJJJ."
        )
    stand, nachsatz = _stand(eintrag, am or tafel.heute(), ausdruecklich=am is not None)
    assert stand.wert is not None
    text = (
        _nackt(stand.wert, eintrag)
        if "zahl" in wuensche
        else in_worten(stand.wert, eintrag.einheit)
    )
    if "jahr" in wuensche and not nachsatz:
        nachsatz = f" ({stand.ab.year})"
    return text + nachsatz


def _nackt(wert: Decimal, eintrag: Eintrag) -> str:
    if eintrag.einheit == "%":
        return zahl(wert * 100)
    return zahl(wert, 2) if eintrag.einheit.startswith("€") else zahl(wert)


def _tag_aus(wuensche: list[str]) -> date | None:
    for wunsch in wuensche:
        if wunsch.startswith("am "):
            try:
                return tag(wunsch.removeprefix("am "))
            except Unlesbar as fehler:
                raise Falsch(str(fehler)) from None
    return None


def _stand(eintrag: Eintrag, am: date, ausdruecklich: bool) -> tuple[Stand, str]:
    """Der Stand dieses Tages; fehlt er noch, der letzte bekannte, sichtbar mit seinem Jahr."""
    stand = eintrag.am(am)
    if stand is not None and stand.wert is not None:
        return stand, ""
    bekannte = [s for s in eintrag.staende if s.ab <= am and s.wert is not None]
    if ausdruecklich or not bekannte:
        raise Falsch(
            f"`{eintrag.schluessel}` hat am {am.day}.{am.month}.{am.year} keinen Wert."
        )
    if stand is not None and not stand.offen:
        raise Falsch(
            f"`{eintrag.schluessel}` gibt es seit {stand.ab.year} nicht mehr („–“)."
        )
    return bekannte[-1], f" (Wert {bekannte[-1].ab.year})"


def _ergebnis(rechner: str, angaben: str, name: str) -> str:
    antwort = rechne(rechner, dict(_paar(teil) for teil in angaben.split()))
    werte = antwort["werte"]
    assert isinstance(werte, dict)
    if antwort["fehler"] or werte.get(name) is None:
        fehler = antwort["fehler"]
        assert isinstance(fehler, list)
        grund = "; ".join(f"{f['feld']}: {f['meldung']}" for f in fehler)
        raise Falsch(
            grund
            or f"Das Ergebnis hat keinen Wert „{name}“. Es gibt: {', '.join(werte)}."
        )
    return _gelesen(werte[name])


def _paar(teil: str) -> tuple[str, object]:
    name, trenner, wert = teil.partition("=")
    if not trenner:
        raise Falsch(
            f"„{teil}“ ist keine Angabe. Erwartet wird feld=wert, ohne Leerzeichen."
        )
    try:
        return name, json.loads(wert) if wert.startswith("[") else wert
    except ValueError:
        raise Falsch(f"„{wert}“ ist keine lesbare Liste.") from None


def _gelesen(wert: object) -> str:
    if isinstance(wert, str) and re.fullmatch(r"-?\d+\.\d{2,4}", wert):
        return in_worten(Decimal(wert), "€")
    if isinstance(wert, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", wert):
        return datum(date.fromisoformat(wert))
    return {"True": "ja", "False": "nein"}.get(str(wert), str(wert))


class Einsetzer(Preprocessor):
    """Ersetzt alle Marken einer Seite, nachdem ihre Bausteine eingefügt sind."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt die Marken Zeile für Zeile."""
        return [
            self._zeile(zeile) if "{{" in zeile or "}}" in zeile else zeile
            for zeile in lines
        ]

    def _zeile(self, zeile: str) -> str:
        rest = _MARKE.sub("", zeile)
        for rahmen in _HALBE_MARKE.findall(rest):
            SAMMLUNG.melde(
                f"{ort(self.md, rahmen)}: {rahmen}: Einer Marke fehlt eine Klammer. "
                "Erwartet wird {{ schluessel }}, vorne zwei und hinten zwei."
            )
        return _MARKE.sub(self._setze, zeile)

    def _setze(self, treffer: re.Match[str]) -> str:
        if treffer[1]:
            return treffer[0][1:]
        try:
            return eingesetzt(treffer[2])
        except Falsch as fehler:
            SAMMLUNG.melde(f"{ort(self.md, treffer[0])}: {treffer[0]}: {fehler}")
            return treffer[0]


class WerteEinsetzen(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach dem Einfügen der Bausteine (101), vor allem anderen."""
        md.preprocessors.register(Einsetzer(md), "wegweiser_werte", 100)


def makeExtension(**einstellungen: object) -> WerteEinsetzen:
    """Einstieg für Python-Markdown."""
    return WerteEinsetzen(**einstellungen)
