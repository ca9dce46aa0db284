"""Macht aus [faelle: arbeitslosengeld] alle Fälle dieses Rechners, jeder mit Angaben, Ergebnis, Quelle und Verweis.

Gelesen werden die Falltabellen, mit denen das Rechenwerk geprüft wird; von Hand steht hier nichts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from calculators.redaktion.bezeichnungen import angabe, beschriftet, ergebnis
from calculators.redaktion.faelle import FAELLE, falltabelle
from calculators.redaktion.verwendung import rechnerseite
from leistungsrechner import RECHNER, rechne

from .beispiele import verweis
from .fundstelle import SAMMLUNG, ort

_MARKE = re.compile(r"\[faelle:\s*([a-z_-]*)\s*\]")
_NICHT_ZU_OEFFNEN = ("angaben_unvollstaendig", "keine_werte")
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_KOPF = ["| Fall | Angaben | Ergebnis | Quelle |", "|---|---|---|---|"]


def faelle(rechner: str) -> list[str]:
    """Die Fälle eines Rechners als Zeilen einer Seite: je Falltabelle ein Abschnitt."""
    alle = [fall for fall in falltabelle().lies_faelle()[0] if fall.rechner == rechner]
    zeilen = [
        f"{'1 Fall' if len(alle) == 1 else f'{len(alle)} Fälle'}. {_urteil(sum(bool(_abweichungen(f)) for f in alle))}",
        "",
    ]
    seite = rechnerseite(rechner)
    for datei, gruppe in groupby(alle, key=lambda fall: fall.ort.split(":")[0]):
        zeilen += _abschnitt(FAELLE / datei, list(gruppe), seite)
    return zeilen


def _urteil(abweichend: int) -> str:
    if abweichend:
        weichen = "weicht" if abweichend == 1 else "weichen"
        return f"**{abweichend} davon {weichen} ab**, unten gekennzeichnet."
    return "Bei jedem kommt der Rechner auf dasselbe Ergebnis wie die Quelle."


def _abschnitt(datei: Path, faelle: list[Any], seite: str) -> Iterator[str]:
    titel = dict(_ueberschriften(datei))
    kennung = datei.stem
    yield f"## {titel.pop(1, kennung)} {{#{kennung}}}"
    yield ""

    def stelle(fall: Any) -> int:
        nummer = int(fall.ort.split(":")[1])
        return max((zeile for zeile in titel if zeile < nummer), default=0)

    for zeile, gruppe in groupby(faelle, key=stelle):
        if zeile:
            yield f"### {titel[zeile]} {{#{kennung}-{_anker(titel[zeile])}}}"
            yield ""
        yield from _KOPF
        yield from (_zeile(fall, seite) for fall in gruppe)
        yield ""


def _ueberschriften(datei: Path) -> Iterator[tuple[int, str]]:
    for nummer, zeile in enumerate(datei.read_text("utf-8").splitlines(), 1):
        if treffer := re.match(r"#+ (.+)", zeile):
            yield nummer, treffer[1].strip()


def _anker(titel: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", titel.lower().translate(_UMLAUTE)).strip("-")


def _zeile(fall: Any, seite: str) -> str:
    angaben = [angabe(fall.rechner, *paar) for paar in fall.angaben.items()]
    erwartet = [ergebnis(fall.rechner, *paar) for paar in fall.erwartet.items()]
    zellen = (
        [f"**{fall.name}**", f"am {fall.stichtag}", *_oeffnen(fall, seite)],
        [_angabe(*paar) for paar in angaben] or ["–"],
        [*(beschriftet(*paar) for paar in erwartet), *_warnung(fall)],
        [re.sub(r"\bVertrag\b", "Festlegung dieser Website", fall.quelle)],
    )
    return "| " + " | ".join(map(_zelle, zellen)) + " |"


def _zelle(zeilen: list[str]) -> str:
    """Zeilen untereinander; nach einer Liste beginnt von selbst eine neue."""
    return "<br>".join(zeilen).replace("</ul><br>", "</ul>").replace("|", "\\|")


def _angabe(name: str, wert: str | list[str]) -> str:
    """Eine Angabe in einer Zeile, eine Liste mit einer Zeile je Eintrag."""
    if isinstance(wert, str):
        return beschriftet(name, wert)
    punkte = "".join(f"<li>{eintrag}</li>" for eintrag in wert)
    return f"{beschriftet(name, '').rstrip()}<ul>{punkte}</ul>"


def _oeffnen(fall: Any, seite: str) -> Iterator[str]:
    """Der Verweis, der den Fall auf der Seite seines Rechners öffnet; nur wo es etwas zu rechnen gibt."""
    if seite and fall.erwartet.get("art") not in _NICHT_ZU_OEFFNEN:
        ziel = verweis({"stichtag": fall.stichtag, **fall.angaben})
        adresse = f"../../{seite.removesuffix('.md')}/{ziel}".replace("&", "&amp;")
        yield f'<a href="{adresse}">Im Rechner öffnen</a>'


def _abweichungen(fall: Any) -> list[str]:
    antwort = rechne(fall.rechner, fall.angaben, fall.stichtag or None)
    return list(falltabelle().abweichungen(fall, antwort))


def _warnung(fall: Any) -> Iterator[str]:
    for abweichung in _abweichungen(fall):
        yield f"**Weicht ab:** {abweichung}"


class Fallseiten(Preprocessor):
    """Ersetzt Marken, die allein in einer Zeile stehen."""

    def run(self, lines: list[str]) -> list[str]:
        """Ersetzt jede Marke durch ihre Fälle."""
        return [neu for zeile in lines for neu in self._ersetzt(zeile)]

    def _ersetzt(self, zeile: str) -> list[str]:
        treffer = _MARKE.fullmatch(zeile.strip())
        if treffer is None:
            return [zeile]
        try:
            if treffer[1] not in RECHNER:
                raise ValueError(
                    f"Den Rechner „{treffer[1]}“ gibt es nicht. Es gibt: {', '.join(RECHNER)}."
                )
            return faelle(treffer[1])
        except ValueError as fehler:
            SAMMLUNG.melde(f"{ort(self.md, treffer[0])}: {fehler}")
        except KeyError as fehler:
            SAMMLUNG.melde(
                f"{ort(self.md, treffer[0])}: Für „{fehler.args[0]}“ fehlt die Bezeichnung. "
                "Ergebnisse benennt engine/leistungsrechner/rechner/bezeichnungen.py, Angaben das Formular des Rechners."
            )
        return [zeile]


class FallseitenErweiterung(Extension):
    """Die Erweiterung, wie sie in mkdocs.yml steht."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Nach dem Einfügen der Bausteine (101) und der Beträge (100)."""
        md.preprocessors.register(Fallseiten(md), "wegweiser_faelle", 97)


def makeExtension(**einstellungen: object) -> FallseitenErweiterung:
    """Einstieg für Python-Markdown."""
    return FallseitenErweiterung(**einstellungen)
