"""Erklärt Abkürzungen: Die erste auf jeder Seite des Ratgebers und der Fragen führt ins Glossar.

    *[AMS]: Arbeitsmarktservice      eine Zeile in docs/_bausteine/abkuerzungen.md
    [abkuerzungen]                   im Glossar: alle Abkürzungen von A bis Z

Ein Verweis statt eines Tooltips: Er geht mit Finger, Tastatur und Vorlesegerät gleich gut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from os.path import relpath
from pathlib import Path
from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from .fundstelle import quelldatei

DOCS = Path(__file__).parents[2] / "docs"
LISTE = DOCS / "_bausteine" / "abkuerzungen.md"
GLOSSAR = DOCS / "glossar.md"
SEITEN = ("ratgeber", "faq", "fristen.md", "neu-2026.md")

_ZEILE = re.compile(r"^\*\[(.+?)\]: (.+?)\s*$", re.MULTILINE)
_EINTRAG = re.compile(r"^### (.+?) \{#([\w-]+)\}", re.MULTILINE)
_OHNE = {"a", "button", "code", "label", "pre", "script", "summary", "svg", "th"}
_OHNE |= {f"h{stufe}" for stufe in range(1, 7)}


def abkuerzungen(liste: Path = LISTE) -> dict[str, str]:
    """Alle Abkürzungen mit ihrer Auflösung."""
    return dict(_ZEILE.findall(liste.read_text("utf-8-sig")))


def anker(kurz: str, eintraege: list[tuple[str, str]]) -> str:
    """Der eigene Eintrag im Glossar, sonst die Zeile in dessen Liste der Abkürzungen."""
    for titel, kennung in eintraege:
        if titel == kurz or titel.startswith(f"{kurz} (") or f"({kurz})" in titel:
            return kennung
    return "kurz-" + re.sub(r"[^\w]", "", kurz).lower().translate(_UMLAUTE)


_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def glossareintraege(glossar: Path = GLOSSAR) -> list[tuple[str, str]]:
    """Titel und Anker aller Einträge des Glossars."""
    return _EINTRAG.findall(glossar.read_text("utf-8-sig"))


def muster(kurz: list[str]) -> re.Pattern[str]:
    """Findet die Abkürzungen als eigenes Wort: nicht in „AMS-Termin“, „ams.at“ oder „AK:innen“."""
    worte = "|".join(re.escape(k) for k in sorted(kurz, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-.@])({worte})(?![\w\-@]|[.:]\w)")


class Kuerzel(Treeprocessor):
    """Setzt je Abkürzung und Seite einen Verweis, nie in Überschriften, Verweisen und Code."""

    def run(self, root: ET.Element) -> None:
        """Ergänzt die Seite, wenn sie zum Ratgeber, zu den Fragen oder den Fristen gehört."""
        datei = quelldatei(self.md)
        if datei is None or not datei.is_relative_to(DOCS):
            return
        if datei.relative_to(DOCS).parts[0] in SEITEN:
            verweise(root, relpath(GLOSSAR, datei.parent).replace("\\", "/"))


def verweise(root: ET.Element, glossar: str) -> None:
    """Macht die erste Stelle jeder Abkürzung zum Verweis auf ihren Eintrag."""
    erklaerung, eintraege = abkuerzungen(), glossareintraege()
    offen = dict.fromkeys(erklaerung)
    finde = muster(list(erklaerung))

    def zerlegt(text: str) -> tuple[str, list[ET.Element]]:
        teile = finde.split(text)
        vorne, neue = teile[0], []
        for kurz, danach in zip(teile[1::2], teile[2::2], strict=True):
            if kurz in offen:
                del offen[kurz]
                ziel = f"{glossar}#{anker(kurz, eintraege)}"
                angaben = {"class": "kuerzel", "href": ziel, "title": erklaerung[kurz]}
                neue.append(ET.Element("a", angaben))
                neue[-1].text, neue[-1].tail = kurz, danach
            elif neue:
                neue[-1].tail = f"{neue[-1].tail}{kurz}{danach}"
            else:
                vorne += kurz + danach
        return vorne, neue

    def gehe(element: ET.Element) -> None:
        if element.text:
            element.text, neue = zerlegt(element.text)
            element[:0] = neue
            bekannt = len(neue)
        else:
            bekannt = 0
        for kind in list(element)[bekannt:]:
            if kind.tag not in _OHNE and "admonition-title" not in kind.get(
                "class", ""
            ):
                gehe(kind)
            if kind.tail:
                kind.tail, neue = zerlegt(kind.tail)
                stelle = list(element).index(kind) + 1
                element[stelle:stelle] = neue

    gehe(root)


class Liste(Preprocessor):
    """Setzt anstelle von [abkuerzungen] die ganze Liste."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt die Marke, wo sie allein in einer Zeile steht."""
        if "[abkuerzungen]" not in lines:
            return lines
        html = "".join(_liste())
        return [html if zeile == "[abkuerzungen]" else zeile for zeile in lines]


def _liste() -> Iterator[str]:
    eintraege = glossareintraege()
    yield '<dl class="kuerzelliste">'
    for kurz, lang in sorted(
        abkuerzungen().items(), key=lambda k: k[0].lower().translate(_UMLAUTE)
    ):
        ziel = anker(kurz, eintraege)
        eigene = ziel.startswith("kurz-")
        wort = escape(kurz) if eigene else f'<a href="#{ziel}">{escape(kurz)}</a>'
        kennung = f' id="{ziel}"' if eigene else ""
        yield f"<div{kennung}><dt>{wort}</dt><dd>{escape(lang)}</dd></div>"
    yield "</dl>"


class KuerzelErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach den Überschriften (5), vor dem Auflösen der Verweise durch den Generator (0)."""
        md.preprocessors.register(Liste(md), "wegweiser_kuerzelliste", 95)
        md.treeprocessors.register(Kuerzel(md), "wegweiser_kuerzel", 3)


def makeExtension(**einstellungen: object) -> KuerzelErweiterung:
    """Einstieg für Python-Markdown."""
    return KuerzelErweiterung(**einstellungen)
