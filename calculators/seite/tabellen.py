"""Macht Tabellen bedienbar: Überschrift je Zelle fürs Handy, Ausrichtung als Klasse, Anker je Wert."""

from __future__ import annotations

import re
from itertools import zip_longest
from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

# Was ein Handy (360 Pixel) nebeneinander zeigt: so viele Spalten, so viele Zeichen unteilbarer Wörter.
_SPALTEN_AM_HANDY = 3
_ZEICHEN_AM_HANDY = 29  # auch in einem Kasten
_ZEICHEN_NEBEN_DER_UEBERSCHRIFT = 80  # was länger ist, steht auf der Karte darunter
_UMBRUCH = re.compile(r"[ \n]|(?<=-)")

_AUSRICHTUNG = {"right": "rechts", "center": "mitte"}


class Tabellen(Treeprocessor):
    """Jede Tabelle bekommt einen Rahmen zum Verschieben; das Thema zeigt sie schmal als Karten."""

    def run(self, root: ET.Element) -> None:
        """Rahmt alle Tabellen der Seite."""
        self._verankert: set[str] = set()
        for eltern in list(root.iter()):
            for stelle, kind in enumerate(list(eltern)):
                if kind.tag == "table":
                    eltern[stelle] = self._gerahmt(kind)

    def _gerahmt(self, tabelle: ET.Element) -> ET.Element:
        koepfe = [_text(zelle) for zelle in tabelle.iter("th")]
        ist_werte = koepfe[:1] == ["Schlüssel"]
        klassen = ["daten"] + ["werte"] * ist_werte + ["karten"] * _zu_breit(tabelle)
        tabelle.set("class", " ".join(klassen))
        for zelle in list(tabelle.iter("th")):
            _beschrifte_kopf(zelle)
        for zeile in tabelle.iter("tr"):
            zellen = zeile.findall("td")
            for zelle, kopf in zip(zellen, koepfe, strict=False):
                if kopf:
                    zelle.set("data-spalte", kopf)
                _richte_aus(zelle)
                if len(_text(zelle)) > _ZEICHEN_NEBEN_DER_UEBERSCHRIFT:
                    zelle.set("class", f"{zelle.get('class', '')} lang".strip())
            if zellen and not koepfe[0] and zeile.find("th") is None:
                zellen[0].tag = "th"
                zellen[0].set("scope", "row")
            if ist_werte and zellen:
                self._verankere(zeile, zellen[0])
                _brich_um(zellen[0])
        return _rahmen(tabelle, [kopf for kopf in koepfe if kopf])

    def _verankere(self, zeile: ET.Element, zelle: ET.Element) -> None:
        """Jeder Wert hat einen Anker; der Schlüssel führt dorthin, auch von einer zweiten Tabelle mit älteren Jahren."""
        anker = "wert-" + _text(zelle)
        if anker not in self._verankert:
            zeile.set("id", anker)
            self._verankert.add(anker)
        verweis = ET.Element("a", {"href": f"#{anker}"})
        verweis.extend(list(zelle))
        verweis.text, zelle.text = zelle.text, None
        for kind in list(zelle):
            zelle.remove(kind)
        zelle.append(verweis)


def _brich_um(zelle: ET.Element) -> None:
    """Ein langer Schlüssel bricht hinter einem Unterstrich um, nicht mitten im Wort."""
    for schluessel in list(zelle.iter("code")):
        anfang, *rest = (schluessel.text or "").split("_")
        schluessel.text = anfang + "_" * bool(rest)
        for nummer, teil in enumerate(rest, 1):
            stelle = ET.SubElement(schluessel, "wbr")
            stelle.tail = teil + "_" * (nummer < len(rest))


def _zu_breit(tabelle: ET.Element) -> bool:
    """Ob die längsten Wörter der Spalten am Handy nicht nebeneinander passen."""
    zeilen = [[_text(zelle) for zelle in zeile] for zeile in tabelle.iter("tr")]
    spalten = list(zip_longest(*zeilen, fillvalue=""))
    laengste = (
        max(len(wort) for text in spalte for wort in _UMBRUCH.split(text))
        for spalte in spalten
    )
    return len(spalten) > _SPALTEN_AM_HANDY or sum(laengste) > _ZEICHEN_AM_HANDY


def _text(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def _beschrifte_kopf(zelle: ET.Element) -> None:
    """Ein leerer Tabellenkopf ist keiner: Dort sind die Zellen der ersten Spalte die Überschriften ihrer Zeile."""
    if _text(zelle):
        zelle.set("scope", "col")
    else:
        zelle.tag = "td"
    _richte_aus(zelle)


def _rahmen(tabelle: ET.Element, koepfe: list[str]) -> ET.Element:
    """Ein Rahmen, in dem sich eine breite Tabelle auch mit der Tastatur verschieben lässt."""
    rahmen = ET.Element("div", {"class": "tabelle", "tabindex": "0", "role": "group"})
    rahmen.set("aria-label", "Tabelle: " + ", ".join(koepfe[:3]))
    rahmen.tail, tabelle.tail = tabelle.tail, None
    rahmen.append(tabelle)
    return rahmen


def _richte_aus(zelle: ET.Element) -> None:
    """Ausrichtung als Klasse statt als style: Die Sicherheitsregeln der Seite erlauben kein style."""
    stil = zelle.attrib.pop("style", "") or zelle.attrib.pop("align", "")
    for wort, klasse in _AUSRICHTUNG.items():
        if wort in stil:
            zelle.set("class", klasse)


class TabellenErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach dem Inline-Durchgang (20), damit die Zellen ihren Text schon haben."""
        md.treeprocessors.register(Tabellen(md), "wegweiser_tabellen", 15)


def makeExtension(**einstellungen: object) -> TabellenErweiterung:
    """Einstieg für Python-Markdown."""
    return TabellenErweiterung(**einstellungen)
