"""Macht aus [rechner: arbeitslosengeld] ein fertiges Formular, aus den Feldern des Rechenwerks.

[vergleich: arbeitslosengeld] wird zu zwei Formularen nebeneinander.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor

from leistungsrechner import RECHNER

from .formular import rechner_html
from .fundstelle import SAMMLUNG, ort
from .vergleich import vergleich_html

_MARKE = re.compile(r"\[(rechner|vergleich):\s*([a-z_]*)\s*\]")
_HTML = {"rechner": rechner_html, "vergleich": vergleich_html}


class Einbetter(BlockProcessor):
    """Erkennt die Marke, wo sie allein in einem Absatz steht."""

    def test(self, parent: ET.Element, block: str) -> bool:
        """Ob dieser Absatz die Marke ist."""
        return bool(_MARKE.fullmatch(block.strip()))

    def run(self, parent: ET.Element, blocks: list[str]) -> bool:
        """Setzt den Rechner oder Vergleich an die Stelle der Marke."""
        treffer = _MARKE.fullmatch(blocks[0].strip())
        if treffer is None:
            return False
        blocks.pop(0)
        marke, name = treffer.groups()
        if name not in RECHNER:
            bekannt = ", ".join(RECHNER)
            stelle = ort(self.parser.md, treffer[0])
            SAMMLUNG.melde(
                f"{stelle}: Den Rechner „{name}“ gibt es nicht. Es gibt: {bekannt}."
            )
            return True
        platz = ET.SubElement(parent, "p")
        platz.text = self.parser.md.htmlStash.store(_HTML[marke](name))
        return True


class RechnerEinbetten(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Vor den Absätzen, damit die Marke keiner wird."""
        md.parser.blockprocessors.register(
            Einbetter(md.parser), "wegweiser_rechner", 175
        )


def makeExtension(**einstellungen: object) -> RechnerEinbetten:
    """Einstieg für Python-Markdown."""
    return RechnerEinbetten(**einstellungen)
