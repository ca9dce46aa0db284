"""Adresskarte: eine Stelle als HTML, und die Felder, mit denen man Stellen auswählt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from leistungsrechner.anzeige import datum

from .adressbuch import BEZIRKE, Adresse


def kind(eltern: ET.Element, tag: str, text: str = "", **attribute: str) -> ET.Element:
    """Ein Element mit festem Text: Sternchen und Striche darin sind keine Auszeichnung."""
    neu = ET.SubElement(eltern, tag, attribute)
    if text:
        neu.text = AtomicString(text)
    return neu


def fuelle_karte(
    karte: ET.Element, adresse: Adresse, stufe: int, anker: bool, hinweis: str
) -> None:
    """Name als Überschrift, für wen, wozu, dann die Wege hin; zuletzt, woher wir es wissen."""
    karte.set("class", "adresse")
    karte.set("data-art", adresse.art)
    karte.set("data-bezirke", " ".join(map(str, adresse.bezirke)))
    kopf = kind(karte, f"h{stufe}", adresse.name)
    if anker:
        kopf.set("id", adresse.schluessel)
    if adresse.bezirke:
        _absatz(karte, "adresse__wer").text = AtomicString(_fuer(adresse.bezirke))
    if hinweis:
        _absatz(karte, "adresse__hinweis").text = hinweis
    _wege(kind(karte, "dl"), adresse)
    stand = f"Quelle: {adresse.quelle}; {_geprueft(adresse)}"
    _absatz(karte, "adresse__stand").text = stand


def _absatz(eltern: ET.Element, klasse: str) -> ET.Element:
    """Ein Absatz, dessen Text noch Verweise enthalten darf."""
    return kind(eltern, "p", **{"class": klasse})


def _wege(liste: ET.Element, adresse: Adresse) -> None:
    if adresse.ort:
        kind(_zeile(liste, "Adresse"), "dd", _ungetrennt(adresse.ort))
    if adresse.telefone:
        zeile = _zeile(liste, "Telefon")
        for telefon in adresse.telefone:
            dd = kind(zeile, "dd", f"{telefon.zweck}: " if telefon.zweck else "")
            if telefon.zweck == "Fax":
                dd.text = AtomicString(f"Fax: {telefon.nummer}")
            else:
                kind(dd, "a", telefon.nummer, href=f"tel:{telefon.ziel}")
    if adresse.emails:
        zeile = _zeile(liste, "E-Mail")
        for email in adresse.emails:
            _email(kind(zeile, "dd"), email)
    if adresse.web:
        zeile = _zeile(liste, "Internet")
        for verweis in adresse.web:
            kind(kind(zeile, "dd"), "a", verweis.text, href=verweis.url)
    if adresse.zeiten:
        zeile = _zeile(liste, "Zeiten")
        for zeit in adresse.zeiten:
            kind(zeile, "dd", _ungetrennt(zeit))


def _ungetrennt(text: str) -> str:
    """Postleitzahl und Ort bleiben in einer Zeile, Uhrzeit und „Uhr“ auch."""
    return re.sub(r"(?<=\d) (?=[A-Z])", "\u00a0", text)


def _email(dd: ET.Element, email: str) -> None:
    """Der Verweis auf eine E-Mail-Adresse; am Telefon bricht sie vor dem @ um."""
    vorne, hinten = email.split("@")
    verweis = kind(dd, "a", vorne, href=f"mailto:{email}")
    kind(verweis, "wbr").tail = AtomicString(f"@{hinten}")


def _zeile(liste: ET.Element, name: str) -> ET.Element:
    zeile = kind(liste, "div")
    kind(zeile, "dt", name)
    return zeile


def _fuer(bezirke: tuple[int, ...]) -> str:
    if len(bezirke) == 1:
        return f"Für den {bezirke[0]}. Bezirk"
    *vorne, letzter = map(str, bezirke)
    return f"Für die Bezirke {', '.join(vorne)} und {letzter}"


def _geprueft(adresse: Adresse) -> str:
    if adresse.geprueft is None:
        return "seither nicht nachgeprüft."
    return f"geprüft am {datum(adresse.geprueft)}."


def fuelle_filter(huelle: ET.Element, arten: Mapping[str, str]) -> None:
    """Zwei Auswahlfelder und eine Statuszeile; adressfilter.js zeigt sie und macht sie wirksam."""
    huelle.attrib |= {
        "class": "adressfilter",
        "role": "search",
        "aria-label": "Adressen auswählen",
        "hidden": "hidden",
    }
    bezirke = {str(n): f"{n}., {name}" for n, name in enumerate(BEZIRKE, 1)}
    _auswahl(huelle, "bezirk", "Ihr Bezirk", {"": "Alle Bezirke", **bezirke})
    _auswahl(huelle, "art", "Was suchen Sie?", {"": "Alles", **arten})
    kind(huelle, "button", "Auswahl löschen", type="button", **{"class": "knopf"})
    _absatz(huelle, "adressfilter__stand").set("role", "status")


def _auswahl(
    huelle: ET.Element, name: str, frage: str, werte: Mapping[str, str]
) -> None:
    feld = kind(huelle, "div", **{"class": "adressfilter__feld"})
    kennung = f"adressfilter-{name}"
    kind(feld, "label", frage, **{"for": kennung})
    auswahl = kind(feld, "select", id=kennung, name=name)
    for wert, text in werte.items():
        kind(auswahl, "option", text, value=wert)
