"""Setzt Adressen in den Text: eine Stelle, alle Stellen einer Art oder den Filter des Verzeichnisses.

    [adresse: ams-esteplatz]             eine Karte
    [adressen: art=ams]                  alle Stellen einer Art
    [adressen: art=ams, bezirk=10]       nur die für einen Bezirk
    [adressfilter]                       Auswahl von Bezirk und Art, nur mit JavaScript zu sehen

Die Marken stehen allein in einem Absatz. Die Stellen stehen in docs/adressen/_daten-*.md.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor

from leistungsrechner.fehler import TabellenFehler, UnbekannterSchluessel

from .adressbuch import BEZIRKE, Adressbuch, Adresse
from .adresskarte import fuelle_filter, fuelle_karte, kind
from .adressleser import adressbuch
from .fundstelle import SAMMLUNG, ort
from .werte_einsetzen import Einsetzer

_MARKE = re.compile(r"\[(adresse|adressen|adressfilter)(?::\s*([^\]]*?)\s*)?\]")
_UEBERSCHRIFT = re.compile(r"h([1-6])")


class Falsch(ValueError):
    """Die Marke lässt sich nicht einsetzen; der Text sagt, warum und wie es richtig wäre."""


class Adressensetzer(BlockProcessor):
    """Erkennt die Marken, wo sie allein in einem Absatz stehen."""

    def test(self, parent: ET.Element, block: str) -> bool:
        """Ob dieser Absatz eine Marke ist."""
        return bool(_MARKE.fullmatch(block.strip()))

    def run(self, parent: ET.Element, blocks: list[str]) -> bool:
        """Setzt Karten oder Filter an die Stelle der Marke; was nicht stimmt, kommt in die Sammlung."""
        treffer = _MARKE.fullmatch(blocks[0].strip())
        if treffer is None:
            return False
        blocks.pop(0)
        try:
            self._setze(parent, treffer[1], treffer[2] or "", adressbuch())
        except TabellenFehler as fehler:
            for problem in map(str, fehler.probleme):
                if problem not in SAMMLUNG.probleme:
                    SAMMLUNG.melde(problem)
        except (Falsch, UnbekannterSchluessel) as fehler:
            stelle = ort(self.parser.md, treffer[0])
            SAMMLUNG.melde(f"{stelle}: {treffer[0]}: {fehler.args[0]}")
        return True

    def _setze(
        self, eltern: ET.Element, marke: str, angaben: str, buch: Adressbuch
    ) -> None:
        if marke == "adressfilter":
            fuelle_filter(kind(eltern, "div"), buch.arten)
            return
        stufe, vergeben = self._stufe(), self._vergebene_anker()
        if marke == "adresse":
            gewaehlt, huelle = [buch[angaben]], eltern
        else:
            gewaehlt = _gewaehlt(angaben, buch)
            huelle = kind(eltern, "ul", **{"class": "adressen"})
        for adresse in gewaehlt:
            anker = adresse.schluessel not in vergeben
            hinweis = Einsetzer(self.parser.md).run([adresse.hinweis])[0]
            element = "div" if huelle is eltern else "li"
            fuelle_karte(kind(huelle, element), adresse, stufe, anker, hinweis)

    def _stufe(self) -> int:
        """Eine Stufe unter der letzten Überschrift der Seite, die nicht zu einer Karte gehört."""
        alle = list(self.parser.root.iter())
        in_karten = {teil for e in alle if e.get("class") == "adresse" for teil in e}
        stufen = [
            int(treffer[1])
            for element in alle
            if element not in in_karten
            and (treffer := _UEBERSCHRIFT.fullmatch(element.tag))
        ]
        return min(stufen[-1] + 1, 6) if stufen else 2

    def _vergebene_anker(self) -> set[str | None]:
        """Steht eine Stelle zweimal auf einer Seite, hat nur die erste Karte den Anker."""
        return {element.get("id") for element in self.parser.root.iter()}


def _gewaehlt(angaben: str, buch: Adressbuch) -> list[Adresse]:
    wahl = dict(_paar(teil.strip()) for teil in angaben.split(",") if teil.strip())
    if unbekannt := [name for name in wahl if name not in ("art", "bezirk")]:
        raise Falsch(f"„{unbekannt[0]}“ gibt es nicht. Möglich sind: art, bezirk.")
    art, bezirk = wahl.get("art", ""), wahl.get("bezirk", "0")
    if art and art not in buch.arten:
        raise Falsch(
            f"Die Art „{art}“ gibt es nicht. Es gibt: {', '.join(buch.arten)}."
        )
    if not bezirk.isdecimal() or int(bezirk) > len(BEZIRKE):
        raise Falsch(
            f"„{bezirk}“ ist kein Wiener Bezirk. Erwartet wird eine Zahl von 1 bis 23."
        )
    gewaehlt = buch.waehle(art, int(bezirk))
    if not gewaehlt:
        raise Falsch("Dazu gibt es keine Adresse.")
    return gewaehlt


def _paar(teil: str) -> tuple[str, str]:
    name, trenner, wert = teil.partition("=")
    if not trenner:
        raise Falsch(
            f"„{teil}“ ist keine Angabe. Erwartet wird zum Beispiel art=ams, bezirk=10."
        )
    return name.strip(), wert.strip()


class Adressen(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Vor den Absätzen, damit die Marke keiner wird."""
        md.parser.blockprocessors.register(
            Adressensetzer(md.parser), "wegweiser_adressen", 174
        )


def makeExtension(**einstellungen: object) -> Adressen:
    """Einstieg für Python-Markdown."""
    return Adressen(**einstellungen)
