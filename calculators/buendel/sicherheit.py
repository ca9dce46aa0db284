"""Schreibt in jede Seite eine strenge Content-Security-Policy: Nichts läuft oder lädt, was nicht von uns ist.

Zuletzt im Bau der Seiten, denn die Regel nennt die Prüfsummen aller Skripte, die in Seiten stehen.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

from .einsetzen import REGEL, seiten
from .node import BauFehler

_ZEICHENSATZ = re.compile(r"<meta charset=[^>]*>\n?", re.IGNORECASE)
_OHNE_PROGRAMM = ("application/json", "application/ld+json", "text/plain")


class _Leser(HTMLParser):
    """Sammelt Skripte, die in der Seite stehen, und was die Regel stillschweigend sperren würde."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.skripte: list[str] = []
        self.gesperrt: list[str] = []
        self._offen: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        angaben = dict(attrs)
        if (
            tag == "script"
            and "src" not in angaben
            and angaben.get("type") not in _OHNE_PROGRAMM
        ):
            self._offen = []
        if tag == "style":
            self.gesperrt.append("<style>")
        for name in angaben:
            if name == "style" or name.startswith("on"):
                self.gesperrt.append(f"{name}= an <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._offen is not None:
            self.skripte.append("".join(self._offen))
            self._offen = None

    def handle_data(self, data: str) -> None:
        if self._offen is not None:
            self._offen.append(data)


def sichere(site: Path) -> None:
    """Setzt die Regel in alle Seiten; ein zweiter Lauf ändert nichts. Wirft BauFehler, wenn eine Seite ihr widerspricht."""
    texte = {seite: seite.read_text("utf-8") for seite in seiten(site)}
    summen: set[str] = set()
    gesperrt: list[str] = []
    for seite, html in texte.items():
        leser = _Leser()
        leser.feed(html)
        summen |= {_summe(skript) for skript in leser.skripte}
        gesperrt += [
            f"{seite.relative_to(site)}: {was}" for was in sorted(set(leser.gesperrt))
        ]
    if gesperrt:
        raise BauFehler(
            "Diese Stellen würde die Sicherheitsregel der Seiten sperren; Gestaltung gehört in CSS-Dateien, "
            "Verhalten in JavaScript-Dateien:\n" + "\n".join(gesperrt)
        )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{regel(summen)}">\n'
    for seite, html in texte.items():
        neu = _ZEICHENSATZ.sub(
            lambda treffer: treffer[0] + meta, REGEL.sub("", html), count=1
        )
        if meta not in neu:
            raise BauFehler(
                f"{seite.relative_to(site)}: Es fehlt <meta charset>, hinter dem die Sicherheitsregel steht."
            )
        if neu != html:
            seite.write_text(neu, "utf-8")


def regel(summen: set[str]) -> str:
    """Die Regel für alle Seiten."""
    skripte = " ".join(
        ["'self'", "'wasm-unsafe-eval'", *(f"'{summe}'" for summe in sorted(summen))]
    )
    return (
        f"default-src 'none'; script-src {skripte}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
    )


def _summe(skript: str) -> str:
    return (
        "sha256-" + base64.b64encode(hashlib.sha256(skript.encode()).digest()).decode()
    )
