"""Die Hauptfrage jedes Rechners: welche Felder sie hat, in welchen Schritten gerechnet wird und wie die Antwort aussieht."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from leistungsrechner import RECHNER
from leistungsrechner.anzeige import NBSP
from leistungsrechner.groesse import angabe
from leistungsrechner.rechner.arbeitslosengeld.hoehe import grundbetrag
from leistungsrechner.werte import Werte

EURO = 100  # Cent
_KINDER = range(5)

Zeile = Mapping[str, object]


@dataclass(frozen=True)
class Frage:
    """Eine Tafel: das erste Betragsfeld in Schritten von schritt Cent bis bis Cent, für jede Zeile fester Angaben."""

    rechner: str
    feld: str
    schritt: int
    bis: int
    zeilen: tuple[Zeile, ...]
    je: str = ""  # „am Tag“, wie es im Ergebnis hinter dem Betrag steht
    faellt: bool = False  # je größer die Angabe, desto kleiner die Antwort
    dazu: Mapping[str, Callable[[Decimal, Werte], Decimal]] | None = None

    @property
    def felder(self) -> list[str]:
        """Alle Betragsfelder, das erste führt."""
        return [self.feld, *(self.dazu or {})]

    @property
    def muster(self) -> str:
        """Wie die Zahl in der Kernaussage des Rechenwerks steht; „{}“ ist der Betrag."""
        return f"{{}}{NBSP}€ {self.je}"

    @property
    def spanne(self) -> str:
        """Die Antwort zwischen zwei Stellen."""
        return f"zwischen {{}}{NBSP}€ und {{}}{NBSP}€ {self.je}"


def _mit_kindern(feld: str = "kinder") -> list[Zeile]:
    return [{feld: str(anzahl)} if anzahl else {} for anzahl in _KINDER]


def _kinder_ohne_einkommen() -> list[Zeile]:
    return [{"kinder_einkommen": ["0"] * n} if n else {} for n in _KINDER]


def _auswahl(rechner: str, feld: str) -> list[Zeile]:
    (gesucht,) = (f for f in RECHNER[rechner].FELDER if f.name == feld)
    return [{feld: wert} for wert, _ in gesucht.optionen]


def _jede_mit_jeder(*listen: list[Zeile]) -> tuple[Zeile, ...]:
    return tuple(
        {name: wert for teil in teile for name, wert in teil.items()}
        for teile in product(*listen)
    )


def _grundbetrag(tagesnetto: Decimal, werte: Werte) -> Decimal:
    """Der Grundbetrag, den das Rechenwerk zu diesem Tagesnetto errechnet: So stehen beide auf der Mitteilung."""
    return grundbetrag(angabe(tagesnetto, "€/Tag", "Tagesnetto"), werte).wert


FRAGEN = (
    Frage(
        "arbeitslosengeld",
        "brutto_monat",
        schritt=10 * EURO,
        bis=6_500 * EURO,
        zeilen=tuple(_mit_kindern()),
        je="am Tag",
    ),
    Frage(
        "notstandshilfe",
        "tagesnetto",
        schritt=EURO // 2,
        bis=150 * EURO,
        zeilen=_jede_mit_jeder(
            _auswahl("notstandshilfe", "alg_bezugsdauer_wochen"), _mit_kindern()
        ),
        je="am Tag",
        dazu={"alg_grundbetrag": _grundbetrag},
    ),
    Frage(
        "mindestsicherung",
        "einkommen_monat",
        schritt=5 * EURO,
        bis=3_000 * EURO,
        zeilen=_jede_mit_jeder(
            _auswahl("mindestsicherung", "haushalt"), _mit_kindern()
        ),
        je="im Monat",
        faellt=True,
    ),
    Frage(
        "rezeptgebuehr",
        "netto_haushalt",
        schritt=500 * EURO,
        bis=6_000 * EURO,
        zeilen=_jede_mit_jeder(
            _auswahl("rezeptgebuehr", "haushalt"), _kinder_ohne_einkommen()
        ),
    ),
)
