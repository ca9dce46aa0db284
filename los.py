#!/usr/bin/env python3
"""Die Handgriffe des Projekts, mit nichts als Python: `python3 los.py ansehen`, `python3 los.py pruefen`."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

WURZEL = Path(__file__).resolve().parent
VENV = WURZEL / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NODE_MINDESTENS = (20, 19)


def einrichten() -> None:
    """Legt `.venv` und `node_modules` an; was zu den Sperrdateien passt, bleibt stehen."""
    python_einrichten()
    node_einrichten()


def python_einrichten() -> None:
    """Installiert die Pakete aus requirements.lock mit Prüfsummen und das Projekt selbst dazu."""
    stempel = stempel_aus("requirements.lock", zusatz=f"{sys.version_info[:2]} {WURZEL}")
    if steht(VENV, stempel):
        return
    melde("Python-Pakete werden eingerichtet (.venv)")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode:
        sys.exit("Die Python-Umgebung ließ sich nicht anlegen. Unter Debian und Ubuntu fehlt dann meist ein Paket:\n"
                 "  sudo apt install python3-venv")
    sperre = ["--require-hashes", "-r", "requirements.lock"]
    uv = shutil.which("uv")
    if not uv or subprocess.run([uv, "pip", "install", "-q", "--python", PYTHON, *sperre]).returncode:
        rufe(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", *sperre)
    rufe(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check",
         "--no-deps", "--no-build-isolation", "-e", ".")
    stemple(VENV, stempel)


def node_einrichten() -> None:
    """Installiert die Pakete aus package-lock.json; deren eigene Skripte laufen nicht."""
    stempel = stempel_aus("package-lock.json", "package.json", ".npmrc")
    if steht(WURZEL / "node_modules", stempel):
        return
    melde("Node-Pakete werden eingerichtet (node_modules)")
    rufe(npm(), "ci", "--ignore-scripts", "--no-fund", "--no-audit")
    stemple(WURZEL / "node_modules", stempel)


def npm() -> str:
    """Sucht npm und ein hinreichend neues Node; sonst sagt die Meldung, was zu tun ist."""
    node, befehl = shutil.which("node"), shutil.which("npm")
    gefunden = subprocess.run([node, "--version"], capture_output=True, text=True).stdout.strip() if node else "keines"
    fassung = tuple(int(teil) for teil in gefunden.lstrip("v").split(".")[:2]) if node else (0, 0)
    if befehl and fassung >= NODE_MINDESTENS:
        return befehl
    noetig = ".".join(map(str, NODE_MINDESTENS))
    sys.exit(f"Node.js mit npm fehlt oder ist zu alt (nötig: {noetig} oder neuer, gefunden: {gefunden}).\n"
             "  Windows, macOS: die LTS-Fassung von nodejs.org installieren\n"
             "  Debian, Ubuntu: sudo apt install nodejs npm\n"
             "Danach denselben Befehl noch einmal geben.")


def stempel_aus(*namen: str, zusatz: str = "") -> str:
    """Prüfsumme über Dateien und Zusatz: ändert sie sich, wird neu eingerichtet."""
    summe = hashlib.sha256(zusatz.encode())
    for name in namen:
        summe.update((WURZEL / name).read_bytes())
    return summe.hexdigest()


def steht(ordner: Path, stempel: str) -> bool:
    """Wurde der Ordner mit genau diesem Stempel fertig eingerichtet?"""
    datei = ordner / ".stempel"
    return datei.is_file() and datei.read_text() == stempel


def stemple(ordner: Path, stempel: str) -> None:
    """Hält fest, womit der Ordner eingerichtet ist; erst am Ende, damit ein Abbruch nicht als fertig gilt."""
    (ordner / ".stempel").write_text(stempel)


def rufe(*befehl: str | Path) -> None:
    """Führt einen Befehl aus und endet mit Meldung, wenn er scheitert."""
    if subprocess.run(befehl).returncode:
        sys.exit(f"Gescheitert: {' '.join(map(str, befehl))}")


def melde(text: str) -> None:
    """Überschrift eines Schritts."""
    print(f"\n== {text}", flush=True)


if __name__ == "__main__":
    os.chdir(WURZEL)
    if sys.argv[1:] == ["einrichten"]:
        einrichten()
    else:
        sys.exit("Verwendung: python3 los.py einrichten")
