"""Stimmt mein Bescheid?: eine Zeile der Gegenüberstellung und was hinter einer Abweichung stecken kann."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...ergebnis import Wert
from ...groesse import Groesse
from ..bezeichnungen import anzeige, unterschied


@dataclass(frozen=True)
class Ursache:
    """Ein Grund für eine Abweichung; passt heißt: mit ihm gerechnet kommt genau die Zahl der Mitteilung heraus."""

    text: str
    passt: bool = True
    seite: str = ""


@dataclass(frozen=True)
class Probe:
    """Eine andere Rechnung, die das AMS gemacht haben könnte, mit ihrem Ergebnis.

    zu_zweit heißt, dass zwei Dinge anders sind; erklärt eines allein die Zahl, braucht es keine zwei.
    """

    text: str
    ergebnis: Wert
    seite: str = ""
    zu_zweit: bool = False


@dataclass(frozen=True)
class Zeile:
    """Eine Zahl der Mitteilung neben unserer; gerechnet None heißt, dass dafür Angaben fehlen."""

    schluessel: str
    name: str
    mitteilung: Wert
    gerechnet: Wert
    grundlage: str
    ursachen: Sequence[Ursache] = ()
    thema: str = ""

    @property
    def urteil(self) -> str:
        """„stimmt“, „weicht_ab“ oder „nicht_gerechnet“."""
        if self.gerechnet is None:
            return "nicht_gerechnet"
        return (
            "stimmt" if _wert(self.gerechnet) == _wert(self.mitteilung) else "weicht_ab"
        )

    @property
    def zum_nachteil(self) -> bool:
        """Ob die Mitteilung schlechter ist als unsere Rechnung: weniger Geld, kürzer, späterer Beginn, früheres Ende."""
        if self.urteil != "weicht_ab":
            return False
        haben, soll = _wert(self.mitteilung), _wert(self.gerechnet)
        if self.schluessel == "beginn":
            return bool(haben > soll)  # type: ignore[operator]
        return bool(haben < soll)  # type: ignore[operator]

    def als_dict(self) -> dict[str, object]:
        """Die Zeile in JSON-Form."""
        return {
            "name": self.name,
            "mitteilung": anzeige(self.schluessel, self.mitteilung),
            "gerechnet": anzeige(self.schluessel, self.gerechnet),
            "unterschied": unterschied(
                self.schluessel, self.gerechnet, self.mitteilung
            ),
            "urteil": self.urteil,
            "zum_nachteil": self.zum_nachteil,
            "grundlage": self.grundlage,
            "ursachen": [vars(ursache) for ursache in self.ursachen]
            if self.urteil == "weicht_ab"
            else [],
        }


def passende(mitteilung: Wert, proben: Iterable[Probe]) -> list[Ursache]:
    """Die Proben, die mit möglichst wenigen Annahmen genau die Zahl der Mitteilung ergeben, jede einmal."""
    treffer = [
        probe
        for probe in proben
        if probe.ergebnis is not None and _wert(probe.ergebnis) == _wert(mitteilung)
    ]
    einfache = [probe for probe in treffer if not probe.zu_zweit]
    gefunden = {p.text: Ursache(p.text, True, p.seite) for p in einfache or treffer}
    return list(gefunden.values())


def _wert(wert: Wert) -> object:
    return wert.wert if isinstance(wert, Groesse) else wert
