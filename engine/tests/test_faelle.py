"""Jeder Fall der Falltabellen, durch die Tür gerechnet."""

from __future__ import annotations

import pytest
from falltabelle import Fall, abweichungen, alle_faelle

from leistungsrechner import rechne

FAELLE = alle_faelle()


@pytest.mark.parametrize("fall", FAELLE, ids=[f"{f.ort} {f.name}" for f in FAELLE])
def test_fall_stimmt_mit_der_quelle(fall: Fall) -> None:
    antwort = rechne(fall.rechner, fall.angaben, fall.stichtag or None)

    assert abweichungen(fall, antwort) == [], (fall.quelle, antwort["fehler"])


def test_kein_name_kommt_zweimal_vor() -> None:
    namen = [(fall.rechner, fall.name) for fall in FAELLE]

    assert len(namen) == len(set(namen))
