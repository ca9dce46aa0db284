"""Was die Räume voneinander wissen dürfen."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[1] / "leistungsrechner"
DATEIEN = sorted(WURZEL.rglob("*.py"))
AUSSEN = {"__init__.py", "__main__.py", "ablage.py"}


def module(datei: Path) -> Iterator[str]:
    for knoten in ast.walk(ast.parse(datei.read_text("utf-8"))):
        if isinstance(knoten, ast.Import):
            yield from (name.name.split(".")[0] for name in knoten.names)
        elif isinstance(knoten, ast.ImportFrom) and not knoten.level:
            yield (knoten.module or "").split(".")[0]


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda d: str(d.relative_to(WURZEL)))
def test_das_rechenwerk_braucht_nur_die_standardbibliothek(datei: Path) -> None:
    assert set(module(datei)) <= sys.stdlib_module_names


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda d: str(d.relative_to(WURZEL)))
def test_unter_der_tuer_gibt_es_weder_uhr_noch_dateien(datei: Path) -> None:
    if datei.parent == WURZEL and datei.name in AUSSEN:
        return
    text = datei.read_text("utf-8")

    assert not {"os", "pathlib", "io", "socket", "urllib", "time"} & set(module(datei))
    assert ".today(" not in text
    assert ".now(" not in text
    assert "open(" not in text


@pytest.mark.parametrize(
    "datei",
    sorted((WURZEL / "rechner").rglob("*.py")),
    ids=lambda d: str(d.relative_to(WURZEL)),
)
def test_in_den_regeln_stehen_keine_zahlen_ausser_null_und_eins(datei: Path) -> None:
    if datei.name == "felder.py":
        return
    zahlen = [
        (knoten.lineno, knoten.value)
        for knoten in ast.walk(ast.parse(datei.read_text("utf-8")))
        if isinstance(knoten, ast.Constant)
        and isinstance(knoten.value, (int, float))
        and not isinstance(knoten.value, bool)
        and knoten.value not in (0, 1)
    ]

    assert zahlen == []


def test_die_maschine_kennt_keinen_rechner() -> None:
    for datei in WURZEL.glob("*.py"):
        if datei.name not in AUSSEN:
            assert "rechner" not in {
                (knoten.module or "").split(".")[0]
                for knoten in ast.walk(ast.parse(datei.read_text("utf-8")))
                if isinstance(knoten, ast.ImportFrom)
            }, datei.name
