"""Nichts aus den Quellen fällt still weg, und jede Seite sagt, von wann sie ist und woher sie es weiß."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from calculators.seite.abdeckung import (
    DOCS,
    abschnitte,
    kopf,
    seitendateien,
    unbekannte,
)
from leistungsrechner import lesen

SEITEN = seitendateien()


def test_jede_stelle_der_quellen_hat_ihre_seite() -> None:
    alle = abschnitte()

    assert len(alle) == 363
    assert [a.kennung for a in alle if not a.seiten] == []


def test_keine_seite_nennt_eine_stelle_die_es_nicht_gibt() -> None:
    assert unbekannte() == []


@pytest.mark.parametrize("datei", SEITEN, ids=lambda d: str(d.relative_to(DOCS)))
def test_jede_seite_hat_einen_vollstaendigen_kopf(datei: Path) -> None:
    angaben = kopf(datei)

    assert angaben.get("title"), "title fehlt"
    beschreibung = str(angaben.get("description") or "")
    assert 20 <= len(beschreibung) <= 170, (
        f"description hat {len(beschreibung)} Zeichen"
    )
    assert lesen.tag(str(angaben.get("stand"))) >= date(2026, 1, 1)
    assert isinstance(angaben.get("quellen"), list), "quellen fehlt"
    if datei.is_relative_to(DOCS / "ratgeber") or datei.is_relative_to(DOCS / "faq"):
        assert angaben["quellen"], "quellen ist leer"


@pytest.mark.parametrize("datei", SEITEN, ids=lambda d: str(d.relative_to(DOCS)))
def test_die_ueberschrift_ist_der_titel(datei: Path) -> None:
    text = datei.read_text("utf-8-sig")
    koepfe = re.findall(r"^# (.+?)(?: \{.*\})?$", text, re.MULTILINE)

    assert koepfe == [kopf(datei)["title"]]
