"""Ablage: holt die Tabellen der Redaktion; der einzige Ort der Maschine, der Dateien liest."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .fehler import TabellenFehler, Tabellenproblem
from .werte import Verzeichnis
from .werteleser import lies_verzeichnis

_MITGELIEFERT = Path(__file__).with_name("werte_tabellen")
_IM_PROJEKT = Path(__file__).parents[2] / "docs" / "werte"

# Die Tabellen, mit denen gerechnet wird; die übrigen in docs/werte stehen nur im Ratgeber.
RECHENTABELLEN = (
    "allgemein",
    "arbeitslosengeld",
    "arbeitslosengeld-frueher",
    "anspruch",
    "ams",
    "foerderungen",
    "notstandshilfe",
    "mindestsicherung",
    "rezeptgebuehr",
    "vorschau-pruefung",
)

_gesetzt: dict[str, Verzeichnis] = {}


def standardordner() -> Path:
    """Der Ordner der mitgelieferten Tabellen; in einem Arbeitsverzeichnis docs/werte."""
    return _MITGELIEFERT if _MITGELIEFERT.is_dir() else _IM_PROJEKT


def lies_ordner(ordner: Path, nur: tuple[str, ...] | None = None) -> dict[str, str]:
    """Die Texte der Tabellendateien eines Ordners, nach Dateinamen."""
    dateien = sorted(ordner.glob("*.md"))
    if nur is not None:
        dateien = [datei for datei in dateien if datei.stem in nur]
    if not dateien:
        meldung = "In diesem Ordner liegen keine Wertetabellen, oder es gibt ihn nicht."
        raise TabellenFehler([Tabellenproblem(str(ordner), 0, meldung)])
    return {datei.name: _text(datei) for datei in dateien}


def _text(datei: Path) -> str:
    try:
        return datei.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fehler:
        zeile = datei.read_bytes()[: fehler.start].count(b"\n") + 1
        rat = "Die Datei ist nicht als UTF-8 gespeichert, Umlaute sind nicht lesbar. Speichern Sie sie mit dieser Codierung."
        ort = f"{datei.parent.parent.name}/{datei.parent.name}/{datei.name}"
        raise TabellenFehler([Tabellenproblem(ort, zeile, rat)]) from None


@lru_cache(maxsize=4)
def _verzeichnis(ordner: Path, stand: tuple[tuple[str, int], ...]) -> Verzeichnis:
    return lies_verzeichnis(lies_ordner(ordner, RECHENTABELLEN))


def verzeichnis(ordner: Path | None = None) -> Verzeichnis:
    """Die Werte zum Rechnen; neu gelesen, sobald sich eine Tabelle ändert."""
    if ordner is None and "standard" in _gesetzt:
        return _gesetzt["standard"]
    ordner = ordner or standardordner()
    stand = tuple((d.name, d.stat().st_mtime_ns) for d in sorted(ordner.glob("*.md")))
    return _verzeichnis(ordner, stand)


def setze_verzeichnis(werte: Verzeichnis) -> None:
    """Gibt die Werte fertig gelesen vor: So bekommt sie die Maschine im Browser, die keine Tabellen hat."""
    _gesetzt["standard"] = werte
