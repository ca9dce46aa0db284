"""Die Ablage: was obenauf liegt, was die Sperrdateien nennen, woher Tests importieren."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest

import los

WURZEL = Path(__file__).resolve().parents[1]
OBENAUF = {
    *(".ci", ".editorconfig", ".gitattributes", ".gitignore", ".npmrc"),
    *("LICENSE", "README.md", "SECURITY.md", "los.py", "mkdocs.yml", "pyproject.toml"),
    *("requirements.lock", "package.json", "package-lock.json"),
    *("calculators", "docs", "engine", "site-tests"),
}
FREMDER_PFAD = re.compile(
    r"(?<![\w.-])/(?:work|farm|root|home(?!/pyodide)|Users)/|\.\./shared"
)
PAKETSERVER = re.compile(r"index-url|find-links|trusted-host|https?://|file://|git\+")
EIGENE = {"leistungsrechner", "calculators", "los", "falltabelle"}
RECHNER = [
    "arbeitslosengeld",
    "notstandshilfe",
    "mindestsicherung",
    "rezeptgebuehr",
    "gesamt",
    "bescheid",
]
ERST_IM_BUENDEL = {"weggelassen"}  # schreibt calculators/buendel/pakete.py
IMPORTNAMEN = {
    "playwright",
    "pytest",
    "hypothesis",
    "pypdf",
    "markdown",
    "mkdocs",
    "brotli",
    "yaml",
}


@cache
def dateien() -> tuple[Path, ...]:
    """Alle Dateien unter Versionsverwaltung, die es noch gibt."""
    befehl = ["git", "ls-files", "-z"]
    namen = subprocess.run(befehl, cwd=WURZEL, capture_output=True, check=True).stdout
    alle = (WURZEL / name for name in namen.decode().split("\0") if name)
    return tuple(datei for datei in alle if datei.is_file())


def lies(name: str) -> str:
    return (WURZEL / name).read_text(encoding="utf-8")


def test_obenauf_liegt_nur_was_vereinbart_ist():
    assert {datei.relative_to(WURZEL).parts[0] for datei in dateien()} == OBENAUF


@pytest.mark.parametrize("name", ["requirements.lock", ".npmrc"])
def test_sperrdatei_nennt_keinen_paketserver(name: str):
    gefunden = [zeile for zeile in lies(name).splitlines() if PAKETSERVER.search(zeile)]

    assert gefunden == []


def test_npm_laesst_die_adressen_der_pakete_weg():
    assert "omit-lockfile-registry-resolved=true" in lies(".npmrc").splitlines()


def test_jedes_python_paket_ist_auf_fassung_und_pruefsumme_festgelegt():
    pakete = re.split(r"\n(?=\S)", lies("requirements.lock").strip())
    lose = [
        paket.splitlines()[0]
        for paket in pakete
        if not re.match(r"[a-z0-9._-]+==\S+", paket) or "--hash=sha256:" not in paket
    ]

    assert len(pakete) > 20
    assert lose == []


def test_jedes_node_paket_ist_auf_pruefsumme_festgelegt_und_nennt_keinen_server():
    pakete = json.loads(lies("package-lock.json"))["packages"]
    eintraege = {name: paket for name, paket in pakete.items() if name}

    assert [name for name, paket in eintraege.items() if "resolved" in paket] == []
    assert [n for n, paket in eintraege.items() if "integrity" not in paket] == []


def test_package_json_nennt_genaue_fassungen():
    gewollt = json.loads(lies("package.json"))["devDependencies"]
    gesperrt = json.loads(lies("package-lock.json"))["packages"][""]["devDependencies"]

    assert gesperrt == gewollt
    assert [f for f in gewollt.values() if not re.fullmatch(r"\d+(\.\d+)+", f)] == []


def test_sperrdatei_kennt_jedes_paket_aus_pyproject():
    gruppen = tomllib.loads(lies("pyproject.toml"))["dependency-groups"]
    namen = {
        re.match(r"[\w.-]+", eintrag)[0]
        for gruppe in gruppen.values()
        for eintrag in gruppe
    }
    gesperrt = set(re.findall(r"^([a-z0-9._-]+)==", lies("requirements.lock"), re.M))

    assert {name.lower() for name in namen} - gesperrt == set()


def test_keine_datei_nennt_den_ordner_eines_arbeitsplatzes():
    treffer = []
    for datei in dateien():
        if datei.suffix in {".woff2", ".png", ".ico", ".pdf", ".gz", ".br"}:
            continue
        for nr, zeile in enumerate(datei.read_text(encoding="utf-8").splitlines(), 1):
            if FREMDER_PFAD.search(zeile) and datei != Path(__file__).resolve():
                treffer.append(f"{datei.relative_to(WURZEL)}:{nr}: {zeile.strip()}")

    assert treffer == []


def fremde_importe(datei: Path, *erlaubt: str) -> list[str]:
    """Was eine Datei außer der Standardbibliothek und dem Erlaubten importiert."""
    gut = {*sys.stdlib_module_names, *erlaubt}
    namen = []
    for knoten in ast.walk(ast.parse(datei.read_text(encoding="utf-8"))):
        if isinstance(knoten, ast.Import):
            namen += [teil.name for teil in knoten.names]
        elif isinstance(knoten, ast.ImportFrom) and knoten.level == 0:
            namen.append(knoten.module or "")
    ort = datei.relative_to(WURZEL)
    return [f"{ort}: {name}" for name in namen if name.partition(".")[0] not in gut]


def test_python_importiert_nur_was_im_projekt_liegt_oder_festgelegt_ist():
    fremd = []
    for datei in dateien():
        if datei.suffix == ".py":
            nachbarn = [nachbar.stem for nachbar in datei.parent.glob("*.py")]
            fremd += fremde_importe(
                datei, *EIGENE, *ERST_IM_BUENDEL, *IMPORTNAMEN, *nachbarn
            )

    assert fremd == []


def test_das_rechenwerk_importiert_nur_die_standardbibliothek():
    module = list((WURZEL / "engine" / "leistungsrechner").rglob("*.py"))

    assert module
    assert [
        fremd for modul in module for fremd in fremde_importe(modul, "leistungsrechner")
    ] == []


def test_das_readme_nennt_jede_aufgabe_von_los_py():
    readme = lies("README.md")

    assert [
        name for name in los.AUFGABEN if f"python3 los.py {name}" not in readme
    ] == []


def test_ci_ruft_genau_den_pruefbefehl_des_readme():
    befehle = [
        zeile
        for zeile in lies(".ci/run").splitlines()
        if zeile and not zeile.startswith(("#", "set ", "cd "))
    ]

    assert befehle == ["exec python3 los.py pruefen </dev/null"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ordner = tmp_path_factory.mktemp("wheel")
    bau = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(ordner), "."]
    lauf = subprocess.run(
        [sys.executable, *bau], cwd=WURZEL, capture_output=True, text=True
    )
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    return next(ordner.glob("*.whl"))


def test_das_wheel_ist_reines_python_und_traegt_die_tabellen(wheel: Path):
    inhalt = set(zipfile.ZipFile(wheel).namelist())
    tabellen = {
        f"leistungsrechner/werte_tabellen/{datei.name}"
        for datei in (WURZEL / "docs" / "werte").glob("*.md")
    }

    assert wheel.name.endswith("-py3-none-any.whl")
    assert tabellen
    assert tabellen <= inhalt


def test_das_installierte_wheel_rechnet_ohne_das_projekt(wheel: Path, tmp_path: Path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / los.IM_VENV
    installiere = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run([python, *installiere], check=True)

    def rufe(*angaben: str, eingabe: str = "") -> str:
        befehl = [python, "-m", "leistungsrechner", *angaben]
        lauf = subprocess.run(
            befehl, cwd=tmp_path, input=eingabe, capture_output=True, text=True
        )
        assert lauf.returncode == 0, lauf.stdout + lauf.stderr
        return lauf.stdout

    rechner = [zeile.split("\t")[0] for zeile in rufe("--liste").splitlines()]
    angaben = {"stichtag": "2.3.2026", "haushalt": "paar", "netto_haushalt": "1.500,00"}
    antwort = json.loads(rufe("rezeptgebuehr", eingabe=json.dumps(angaben)))

    assert rechner == RECHNER
    assert antwort["art"] == "ergebnis"


@pytest.mark.parametrize("name", ["README.md", "SECURITY.md"])
def test_verweise_fuehren_zu_dateien_die_es_gibt(name: str):
    ziele = re.findall(r"\]\((?!https?:)([^)#]+)", lies(name))

    assert [ziel for ziel in ziele if not (WURZEL / ziel).exists()] == []
