"""Die wenigen Ausnahmen der Maschine; die Tür macht aus jeder eine Antwort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Tabellenproblem:
    """Was an einer Tabelle nicht stimmt und wie man es behebt."""

    datei: str
    zeile: int
    meldung: str
    spalte: str = ""

    def __str__(self) -> str:
        ort = f"{self.datei}:{self.zeile}" if self.zeile else self.datei
        return f"{ort}: {self.meldung}" + (
            f" (Spalte „{self.spalte}“)" if self.spalte else ""
        )


class TabellenFehler(Exception):
    """Die Wertetabellen sind fehlerhaft; trägt alle Probleme auf einmal."""

    def __init__(self, probleme: list[Tabellenproblem]) -> None:
        self.probleme = probleme
        super().__init__("\n".join(str(problem) for problem in probleme))


class KeineWerte(Exception):
    """Für diesen Tag steht ein nötiger Wert in keiner Tabelle."""

    def __init__(
        self, schluessel: str, bezeichnung: str, stichtag: date, jahre: list[int]
    ) -> None:
        self.schluessel = schluessel
        self.bezeichnung = bezeichnung
        self.stichtag = stichtag
        self.jahre = jahre
        super().__init__(f"{schluessel} hat am {stichtag.isoformat()} keinen Wert")


class UnbekannterSchluessel(KeyError):
    """Diesen Schlüssel führt keine Tabelle: ein Fehler des Programms, nicht der Angaben."""


@dataclass(frozen=True)
class Angabenfehler:
    """Eine Angabe, mit der sich nicht rechnen lässt: Feld und Meldung für den Menschen davor."""

    feld: str
    meldung: str


class AngabenUnvollstaendig(Exception):
    """Angaben fehlen oder sind nicht lesbar; trägt alle Fehler auf einmal, je Feld den ersten."""

    def __init__(self, fehler: list[Angabenfehler]) -> None:
        je_feld: dict[str, Angabenfehler] = {}
        for einer in fehler:
            je_feld.setdefault(einer.feld, einer)
        self.fehler = list(je_feld.values())
        super().__init__("; ".join(f"{f.feld}: {f.meldung}" for f in fehler))
