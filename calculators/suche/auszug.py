"""Liest aus den fertigen Seiten, was die Suche finden soll: Titel, Überschriften und Text, nach Abschnitten."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

GLOSSAR = "glossar/"
AUSGENOMMEN = ("404.html", "suche/", "mitarbeit/", "pruefung/")
_STUMM = {"script", "style", "noscript", "button", "svg", "select"}
_STUMME_KLASSEN = {
    "headerlink",
    "inhalt",
    "seitenende",
    "fehlerliste",
    "fehlertext",
    "ladezeile",
    "admonition-title",
    "einheit",
}
_BLOECKE = {
    "p",
    "li",
    "td",
    "th",
    "tr",
    "dt",
    "dd",
    "div",
    "legend",
    "label",
    "summary",
    "h2",
    "h3",
    "h4",
    "table",
    "section",
    "br",
}
_OHNE_ENDE = {"br", "hr", "img", "input", "link", "meta", "wbr", "col"}


@dataclass
class Abschnitt:
    """Ein Stück einer Seite unter einer Überschrift; ohne Anker ist es der Anfang der Seite."""

    anker: str = ""
    kopf: str = ""
    text: str = ""
    verweise: set[str] = field(
        default_factory=set
    )  # wie andere Stellen der Site diesen Abschnitt nennen


@dataclass
class Seite:
    """Eine Seite, wie die Suche sie sieht; die Adresse gilt ab der Wurzel der Site."""

    adresse: str
    titel: str = ""
    name: str = ""
    bereich: str = ""
    beschreibung: str = ""
    abschnitte: list[Abschnitt] = field(default_factory=lambda: [Abschnitt()])


def lies_site(site: Path) -> list[Seite]:
    """Alle Seiten, die gefunden werden sollen, mit Namen und Bereich aus dem Menü."""
    menue = _menue(site / "index.html")
    seiten: dict[str, Seite] = {}
    verweise: list[Verweis] = []
    for datei in sorted(site.rglob("*.html")):
        adresse = re.sub(
            r"(^|/)index\.html$", r"\1", datei.relative_to(site).as_posix()
        )
        if adresse.startswith(AUSGENOMMEN):
            continue
        leser = _Leser(Seite(adresse))
        leser.feed(datei.read_text("utf-8"))
        seite = leser.fertige_seite()
        name, seite.bereich = menue.get(adresse, ("", ""))
        seite.name = seite.name or name
        seiten[adresse] = seite
        verweise += leser.verweise
    _trage_ein(seiten, verweise)
    return list(seiten.values())


def _menue(startseite: Path) -> dict[str, tuple[str, str]]:
    """Name und Bereich jeder Seite, wie sie im Menü stehen."""
    html = startseite.read_text("utf-8")
    treffer = re.search(r'<nav aria-label="Alle Seiten">.*?</nav>', html, re.DOTALL)
    stuecke = (
        r'<summary>([^<]+)</summary>|<a href="([^"]*)"[^>]*>([^<]+)</a>|(</details>)'
    )
    menue, bereich = {}, ""
    for gruppe, ziel, name, ende in re.findall(stuecke, treffer[0] if treffer else ""):
        if gruppe or ende:
            bereich = unescape(gruppe).strip()
        else:
            name = unescape(name).strip()
            menue[_ziel("", ziel)[0]] = (
                bereich if name == "Überblick" else name,
                bereich,
            )
    return menue


def _trage_ein(seiten: dict[str, Seite], verweise: list[Verweis]) -> None:
    """Wie eine Stelle anderswo heißt, ist ein Suchwort für sie; im Glossar ist es das erklärte Wort."""
    for verweis in verweise:
        adresse, anker = _ziel(verweis.von, verweis.href)
        if adresse == verweis.von or adresse not in seiten:
            continue
        abschnitte = seiten[adresse].abschnitte
        ziel = next((a for a in abschnitte[1:] if a.anker == anker), abschnitte[0])
        ziel.verweise.add(verweis.kopf if verweis.von == GLOSSAR else verweis.text)


def _ziel(von: str, href: str) -> tuple[str, str]:
    """Adresse ab der Wurzel der Site und Anker eines Verweises, der auf der Seite von steht."""
    pfad, _, anker = href.partition("#")
    adresse = posixpath.normpath(posixpath.join("/", von, pfad)).lstrip("/")
    return (adresse + "/" if adresse else ""), anker


@dataclass
class Verweis:
    """Ein Verweis innerhalb der Site: wo er steht, unter welcher Überschrift, wohin er führt, wie er heißt."""

    von: str
    kopf: str
    href: str
    text: str = ""


class _Leser(HTMLParser):
    """Sammelt den Text in `<article class="text">`; Überschriften mit Anker beginnen einen neuen Abschnitt."""

    def __init__(self, seite: Seite) -> None:
        super().__init__()
        self.seite = seite
        self._im_artikel = False
        self._stumm: list[str] = []  # offene Elemente ab dem ersten, das nicht zählt
        self._ueberschrift = ""
        self._stuecke: list[str] = []
        self.verweise: list[Verweis] = []
        self._verweis: Verweis | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        angaben = {name: wert or "" for name, wert in attrs}
        klassen = set(angaben.get("class", "").split())
        if tag == "meta" and angaben.get("name") == "description":
            self.seite.beschreibung = angaben.get("content", "")
        elif tag == "article" and "text" in klassen:
            self._im_artikel = True
        if not self._im_artikel or tag in _OHNE_ENDE and tag != "br":
            return
        if self._stumm or tag in _STUMM or klassen & _STUMME_KLASSEN:
            if tag not in _OHNE_ENDE:
                self._stumm.append(tag)
        elif tag == "h1" or tag in ("h2", "h3") and "id" in angaben:
            self._schliesse_ab()
            self._ueberschrift = tag
            if tag != "h1":
                self.seite.abschnitte.append(Abschnitt(angaben["id"]))
        elif "data-rechner" in angaben:
            self.seite.name = angaben.get("aria-label", "")
        elif tag == "a" and not urlsplit(angaben.get("href", "//")).scheme:
            self._verweis = Verweis(
                self.seite.adresse,
                self.seite.abschnitte[-1].kopf,
                angaben.get("href", ""),
            )
        elif tag in _BLOECKE:
            self._stuecke.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._stumm:
            if tag in self._stumm:
                while self._stumm.pop() != tag:
                    pass
        elif tag == "article" and self._im_artikel:
            self._schliesse_ab()
            self._im_artikel = False
        elif tag == "a" and self._verweis:
            self.verweise.append(self._verweis)
            self._verweis = None
        elif tag == self._ueberschrift:
            text = _glatt("".join(self._stuecke)).replace("\n", " ")
            if tag == "h1":
                self.seite.titel = text
            else:
                self.seite.abschnitte[-1].kopf = text
            self._ueberschrift, self._stuecke = "", []
        elif tag in _BLOECKE:
            self._stuecke.append("\n")

    def handle_data(self, data: str) -> None:
        if self._im_artikel and not self._stumm:
            text = data.replace("\n", " ")
            self._stuecke.append(text)
            if self._verweis:
                self._verweis.text += text

    def _schliesse_ab(self) -> None:
        letzter = self.seite.abschnitte[-1]
        letzter.text = "\n".join(
            filter(None, (letzter.text, _glatt("".join(self._stuecke))))
        )
        self._stuecke = []

    def fertige_seite(self) -> Seite:
        """Die Seite ohne leere Abschnitte; der erste bleibt, denn er trägt den Titel."""
        self.seite.abschnitte[1:] = [
            a for a in self.seite.abschnitte[1:] if a.text or len(a.kopf) > 1
        ]
        return self.seite


def _glatt(text: str) -> str:
    """Ein Absatz je Zeile, ohne doppelte Leerzeichen; geschützte Leerzeichen bleiben."""
    return "\n".join(zeile for zeile in _zeilen(text) if zeile)


def _zeilen(text: str) -> Iterator[str]:
    for zeile in text.split("\n"):
        yield re.sub(r"[ \t\r]+", " ", zeile).strip()
