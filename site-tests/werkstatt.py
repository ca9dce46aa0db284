"""Eine Kopie des Projekts, in der Tests Tabellen ändern, bauen und bearbeiten wie die Redaktion."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

WURZEL = Path(__file__).resolve().parents[1]
ORDNER = ("docs", "calculators", "engine")
DATEIEN = ("mkdocs.yml", "los.py", "pyproject.toml", "package.json")
DATEIEN += ("package-lock.json", "requirements.lock", "LICENSE", "README.md")
HOECHSTENS = 240  # Sekunden, bis die Vorschau antwortet; auch auf einer vollen Maschine


class Kopie:
    """Das Projekt noch einmal, an einem Ort, an dem man alles ändern darf."""

    def __init__(self, ort: Path) -> None:
        self.ort = ort
        self.umgebung = {
            **{k: v for k, v in os.environ.items() if k != "WEGWEISER_STICHTAG"},
            "PYTHONPATH": os.pathsep.join([str(ort), str(ort / "engine")]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_MKDOCS_2_WARNING": "1",
        }
        ohne = shutil.ignore_patterns("__pycache__")
        for name in ORDNER:
            shutil.copytree(WURZEL / name, ort / name, ignore=ohne)
        for name in DATEIEN:
            shutil.copy(WURZEL / name, ort / name)
        (ort / "node_modules").symlink_to(WURZEL / "node_modules")
        # Der Zwischenspeicher nennt jedes Ergebnis nach seinem Inhalt: Zwei Bauten teilen ihn gefahrlos.
        (WURZEL / ".cache").mkdir(exist_ok=True)
        (ort / ".cache").symlink_to(WURZEL / ".cache")

    def lass_nur(self, *ordner: str) -> None:
        """Behält vom Ratgeber nur diese Ordner: Die Vorschau baut dann schneller, sonst ist alles gleich."""
        shutil.rmtree(self.ort / "docs" / "faq")
        for ort in (self.ort / "docs" / "ratgeber").iterdir():
            if ort.name not in ordner:
                shutil.rmtree(ort)

    def werte(self, *angaben: str) -> str:
        """Was `python3 los.py werte …` hier ausgibt."""
        return self._python("-m", "calculators.redaktion", *angaben)

    def baue(self, **umgebung: str) -> Path:
        """Der Ordner der gebauten Seite; jede Warnung ist ein Fehler."""
        self._python("-m", "mkdocs", "--quiet", "build", "--strict", **umgebung)
        return self.ort / "site"

    def _python(self, *befehl: str, **umgebung: str) -> str:
        lauf = subprocess.run(
            [sys.executable, *befehl],
            cwd=self.ort,
            env={**self.umgebung, **umgebung},
            capture_output=True,
            text=True,
        )
        assert lauf.returncode == 0, lauf.stdout + lauf.stderr
        return lauf.stdout

    def ersetze(self, datei: str, alt: str, neu: str) -> None:
        """Ersetzt eine Stelle einer Datei und speichert sie, wie ein Editor."""
        pfad = self.ort / datei
        text = pfad.read_text("utf-8")
        assert alt in text, f"{datei}: {alt}"
        pfad.write_text(text.replace(alt, neu, 1), "utf-8")

    def haenge_an(self, datei: str, text: str) -> None:
        """Fügt am Ende einer Datei etwas an, mit einer leeren Zeile davor."""
        pfad = self.ort / datei
        pfad.write_text(f"{pfad.read_text('utf-8').rstrip()}\n\n{text}", "utf-8")

    def verdopple(self, datei: str, anfang: str, ersetzt: dict[str, str]) -> None:
        """Kopiert die erste Zeile, die so beginnt, und ändert in der Kopie einige Wörter."""
        pfad = self.ort / datei
        zeilen = pfad.read_text("utf-8").splitlines()
        stelle = next(n for n, zeile in enumerate(zeilen) if zeile.startswith(anfang))
        neu = zeilen[stelle]
        for alt, ersatz in ersetzt.items():
            assert alt in neu, f"{datei}: {alt}"
            neu = neu.replace(alt, ersatz)
        zeilen.insert(stelle + 1, neu)
        pfad.write_text("\n".join(zeilen) + "\n", "utf-8")

    def stelle_vergleich_auf(self, von: int, bis: int) -> None:
        """Lässt die Vergleichsseite diese zwei Jahre zeigen."""
        pfad = self.ort / "docs" / "was-sich-aendert.md"
        marke = r"\[aenderungen: \d{4} \d{4}\]"
        text, zahl = re.subn(marke, f"[aenderungen: {von} {bis}]", pfad.read_text())
        assert zahl == 1
        pfad.write_text(text, "utf-8")

    def schreibe(self, datei: str, schluessel: str, spalte: str, wert: str) -> str:
        """Schreibt eine Zelle einer Wertetabelle; liefert, was vorher dort stand."""
        pfad = self.ort / "docs" / "werte" / datei
        zeilen = pfad.read_text("utf-8").splitlines()
        stelle = None
        for nummer, zeile in enumerate(zeilen):
            zellen = zeile.split("|")
            koepfe = [zelle.strip() for zelle in zellen]
            if "Schlüssel" in koepfe:
                stelle = koepfe.index(spalte) if spalte in koepfe else None
            elif stelle is not None and f"`{schluessel}`" in koepfe:
                vorher, zellen[stelle] = koepfe[stelle], f" {wert} "
                zeilen[nummer] = "|".join(zellen)
                pfad.write_text("\n".join(zeilen) + "\n", "utf-8")
                return vorher
        raise AssertionError(f"{datei}: `{schluessel}` hat keine Spalte „{spalte}“.")

    @contextmanager
    def vorschau(self, stichtag: str = "") -> Iterator[str]:
        """Läuft `mkdocs serve` hier; liefert die Adresse der Startseite."""
        port = _freier_port()
        umgebung = {"WEGWEISER_STICHTAG": stichtag} if stichtag else {}
        with (self.ort / "serve.txt").open("w") as ausgabe:
            befehl = [sys.executable, "-m", "mkdocs", "serve"]
            lauf = subprocess.Popen(
                [*befehl, "--dev-addr", f"127.0.0.1:{port}"],
                cwd=self.ort,
                env={**self.umgebung, **umgebung},
                stdout=ausgabe,
                stderr=subprocess.STDOUT,
            )
            try:
                adresse = f"http://127.0.0.1:{port}/wegweiser/"
                self._warte_auf(adresse, lauf)
                yield adresse
            finally:
                lauf.terminate()
                lauf.wait(timeout=30)

    def _warte_auf(self, adresse: str, lauf: subprocess.Popen[bytes]) -> None:
        ende = time.monotonic() + HOECHSTENS
        while time.monotonic() < ende and not _beendet(lauf):
            try:
                urlopen(adresse, timeout=5).close()
            except OSError:
                continue
            return
        raise AssertionError(self.ausgabe())

    def ausgabe(self) -> str:
        """Was die Vorschau im Terminal gesagt hat."""
        return (self.ort / "serve.txt").read_text("utf-8")


def _beendet(lauf: subprocess.Popen[bytes]) -> bool:
    """Ob die Vorschau aufgehört hat; wartet darauf eine Viertelsekunde."""
    try:
        lauf.wait(timeout=0.25)
    except subprocess.TimeoutExpired:
        return False
    return True


def _freier_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
