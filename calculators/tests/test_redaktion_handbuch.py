"""Das Handbuch der Redaktion: jede Meldung ist erklärt, jede genannte Datei gibt es, jeder Befehl läuft."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import los

WURZEL = Path(__file__).parents[2]
HANDBUCH = WURZEL / "docs" / "mitarbeit"
MELDEN = {
    *("melde", "_melde", "_warnung", "warning"),
    *("Falsch", "Unlesbar", "NichtLesbar", "ValueError", "KeyError", "PluginError"),
    *("Tabellenproblem", "TabellenFehler", "UnbekannterSchluessel", "SystemExit"),
}
ZWISCHENSTAND = {"meldung", "rat", "text", "grund"}
QUELLEN = [
    datei
    for muster in (
        "engine/leistungsrechner/tabelle.py",
        "engine/leistungsrechner/werteleser.py",
        "engine/leistungsrechner/werte.py",
        "engine/tests/falltabelle.py",
        "calculators/seite/*.py",
        "calculators/redaktion/*.py",
        "calculators/suche/*.py",
    )
    for datei in sorted(WURZEL.glob(muster))
]


def kerne(datei: Path) -> Iterator[str]:
    """Das längste feste Stück jeder Meldung, die diese Datei geben kann."""
    for knoten in ast.walk(ast.parse(datei.read_text("utf-8"))):
        for text in texte(knoten):
            stuecke = re.split(r"…|%s", text)
            kern = max(stuecke, key=len).strip(" .:\n")
            if len(kern.split()) >= 3 and not kern.startswith("<"):
                yield kern


def texte(knoten: ast.AST) -> Iterator[str]:
    """Die Texte in Meldungen: in einem Aufruf, der meldet, oder in einem Namen, der eine Meldung sammelt."""
    if isinstance(knoten, ast.Call):
        name = getattr(knoten.func, "id", getattr(knoten.func, "attr", ""))
        if name in MELDEN:
            yield from in_worten(*knoten.args)
    elif isinstance(knoten, ast.Assign):
        if {getattr(ziel, "id", "") for ziel in knoten.targets} & ZWISCHENSTAND:
            yield from in_worten(knoten.value)
    elif isinstance(knoten, ast.Yield) and knoten.value is not None:
        yield from (t for t in in_worten(knoten.value) if "gibt es" in t)


def in_worten(*knoten: ast.AST) -> Iterator[str]:
    for einer in knoten:
        if isinstance(einer, ast.JoinedStr):
            yield "".join(
                str(t.value) if isinstance(t, ast.Constant) else "…"
                for t in einer.values
            )
        elif isinstance(einer, ast.Constant) and isinstance(einer.value, str):
            yield einer.value
        else:
            yield from in_worten(*ast.iter_child_nodes(einer))


def lesbar(text: str) -> str:
    """Der Text einer Seite ohne die Zeichen, die nur Markdown braucht."""
    return re.sub(r"\\(?=[|`{])|`", "", text)


def test_jede_meldung_ist_im_handbuch_erklaert() -> None:
    handbuch = lesbar((HANDBUCH / "meldungen.md").read_text("utf-8"))
    alle = {kern for datei in QUELLEN for kern in kerne(datei)}

    assert len(alle) > 40
    assert sorted(k for k in alle if lesbar(k) not in handbuch) == []


@pytest.mark.parametrize("seite", sorted(HANDBUCH.glob("*.md")), ids=lambda s: s.name)
def test_jede_datei_die_das_handbuch_nennt_gibt_es(seite: Path) -> None:
    genannt = re.findall(
        r"`((?:docs|engine|calculators)/[a-z0-9_./-]+\.(?:md|yml))`",
        seite.read_text("utf-8"),
    )
    vorlage = {"docs/ratgeber/wohnen/umzug.md"}  # wird im Beispiel erst angelegt

    assert [n for n in genannt if not (WURZEL / n).is_file() and n not in vorlage] == []


def test_jeder_befehl_des_handbuchs_ist_einer_von_los_py() -> None:
    text = "".join(s.read_text("utf-8") for s in HANDBUCH.rglob("*.md"))
    befehle = set(re.findall(r"python3 los\.py (\w+)", text))

    assert {"ansehen", "werte"} <= befehle
    assert befehle <= set(los.AUFGABEN)


@pytest.mark.parametrize(
    "vorlage",
    sorted((HANDBUCH / "vorlagen").glob("*.yml")),
    ids=lambda v: v.name,
)
def test_jede_vorlage_ist_lesbar_und_ruft_nur_bekannte_befehle(vorlage: Path) -> None:
    text = vorlage.read_text("utf-8")

    assert isinstance(yaml.safe_load(text), dict)
    befehle = re.findall(r"python3 los\.py (\w+)(?: (\w+))?", text)
    assert befehle
    assert {befehl for befehl, _ in befehle} <= set(los.AUFGABEN)
    assert {wahl for befehl, wahl in befehle if befehl == "werte"} <= {
        *("neu", "offen", "pruefen", "vergleich")
    }
    assert not re.search(r"secrets\.|password|token:\s*\S*[A-Za-z0-9]{20}", text)
