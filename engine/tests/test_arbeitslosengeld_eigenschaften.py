"""Arbeitslosengeld: was für alle Angaben gilt."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import rechne
from leistungsrechner.ablage import verzeichnis
from leistungsrechner.rechner.arbeitslosengeld.rahmenfrist import rahmenfrist
from leistungsrechner.rechner.arbeitslosengeld.zeitarten import ARTEN
from leistungsrechner.rechner.arbeitslosengeld.zeiten import (
    Wirkung,
    Zeit,
    lies_zeiten,
    verlauf,
)

STICHTAG = date(2026, 3, 2)
WERTE = verzeichnis().am(STICHTAG)
OFT = settings(derandomize=True, max_examples=150, deadline=None)

ZEITEN = st.lists(
    st.builds(
        lambda art, ab, laenge, betrag, heim: Zeit(
            STICHTAG - timedelta(days=ab),
            STICHTAG - timedelta(days=ab) + timedelta(days=laenge),
            art,
            betrag,
            heim,
        ),
        st.sampled_from([art for art, _ in ARTEN]),
        st.integers(-40, 4500),
        st.integers(0, 900),
        st.sampled_from([Decimal(0), Decimal(300), Decimal(400)]),
        st.booleans(),
    ),
    max_size=8,
)


def als_angabe(zeit: Zeit) -> dict[str, object]:
    return {
        "art": zeit.art,
        "von": zeit.von.isoformat(),
        "bis": zeit.bis.isoformat(),
        "betrag": int(zeit.betrag) or None,
        "grenzgaenger": zeit.grenzgaenger,
    }


def alg(zeiten: list[Zeit], **angaben: object) -> dict[str, Any]:
    return rechne(
        "arbeitslosengeld",
        {"stichtag": STICHTAG.isoformat(), "zeiten": [als_angabe(z) for z in zeiten], **angaben},
    )  # fmt: skip


def tageweise(zeiten: list[Zeit], monate: int) -> tuple[date, int]:
    """Dieselbe Rahmenfrist, Tag für Tag gerechnet: verlängern, bis sich nichts mehr ändert."""
    lage = verlauf(sorted(zeiten), STICHTAG, WERTE)

    def menge(*wirkungen: Wirkung) -> set[int]:
        return {
            tag
            for von, bis in lage.mit(*wirkungen).spannen
            for tag in range(von, bis + 1)
        }

    def frist(bedingte_zaehlen: bool) -> tuple[int, set[int], set[int]]:
        zaehlt, frei, begrenzt = (
            menge(Wirkung.ZAEHLT), menge(Wirkung.UNBEGRENZT), menge(Wirkung.BEGRENZT),
        )  # fmt: skip
        if bedingte_zaehlen:
            zaehlt |= menge(Wirkung.DIENST, Wirkung.KINDERBETREUUNG)
        else:
            frei |= menge(Wirkung.KINDERBETREUUNG)
            begrenzt |= menge(Wirkung.DIENST)
        frei -= zaehlt
        begrenzt -= zaehlt | frei
        grund = date(STICHTAG.year - monate // 12, STICHTAG.month, STICHTAG.day)
        von = grund.toordinal()
        while True:
            innen = range(von, STICHTAG.toordinal())
            dazu = sum(t in frei for t in innen)
            dazu += min(1826, sum(t in begrenzt for t in innen))
            if grund.toordinal() - dazu == von:
                return von, zaehlt, set(innen)
            von = grund.toordinal() - dazu

    von, zaehlt, innen = frist(bedingte_zaehlen=True)
    if len(menge(Wirkung.ZAEHLT) & innen) < 98:
        von, zaehlt, innen = frist(bedingte_zaehlen=False)
    return date.fromordinal(von), len(zaehlt & innen)


@given(zeiten=ZEITEN, monate=st.sampled_from([12, 24]))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_die_rahmenfrist_stimmt_mit_der_rechnung_tag_fuer_tag(
    zeiten: list[Zeit], monate: int
) -> None:
    lage = verlauf(sorted(zeiten), STICHTAG, WERTE)
    frist = rahmenfrist(lage, STICHTAG, monate, WERTE)

    assert (frist.von, frist.tage) == tageweise(zeiten, monate)


@given(zeiten=ZEITEN)
@OFT
def test_die_reihenfolge_der_zeiten_ist_gleichgueltig(zeiten: list[Zeit]) -> None:
    gemischt = zeiten[:]
    random.Random(1).shuffle(gemischt)

    assert alg(zeiten) == alg(gemischt)


@given(zeiten=ZEITEN)
@OFT
def test_zweimal_dieselbe_zeit_ist_einmal(zeiten: list[Zeit]) -> None:
    ohne = [z for z in zeiten if z.art != "geringfuegig"]

    assert alg(ohne)["werte"] == alg(ohne + ohne)["werte"]


@given(zeiten=ZEITEN)
@OFT
def test_die_anteile_ergeben_zusammen_die_rahmenfrist(zeiten: list[Zeit]) -> None:
    bild = alg(zeiten, geburtsdatum="1.1.1990")["rahmenfrist"]
    von, bis = date.fromisoformat(bild["von"]), date.fromisoformat(bild["bis"])

    assert sum(a["tage_gezaehlt"] for a in bild["anteile"]) == bild["tage_gezaehlt"]
    verlaengernd = sum(a["tage_verlaengernd"] for a in bild["anteile"])
    assert verlaengernd == bild["tage_verlaengernd"]
    ohne = date.fromisoformat(bild["ohne_verlaengerung_von"])
    assert (ohne - von).days == bild["tage_verlaengernd"]
    assert bild["wochen"] == bild["tage_gezaehlt"] // 7
    grenzen = [(a["von"], a["bis"]) for a in bild["abschnitte"]]
    assert grenzen[0][0] == von.isoformat()
    assert grenzen[-1][1] == bis.isoformat()
    for (_, ende), (anfang, _) in zip(grenzen, grenzen[1:], strict=False):
        assert date.fromisoformat(anfang) - date.fromisoformat(ende) == timedelta(1)


@given(zeiten=ZEITEN, ab=st.integers(1, 3000), laenge=st.integers(0, 600))
@OFT
def test_mehr_versicherte_arbeit_schadet_nie(
    zeiten: list[Zeit], ab: int, laenge: int
) -> None:
    von = STICHTAG - timedelta(days=ab)
    arbeit = Zeit(von, von + timedelta(days=laenge), "beschaeftigung")
    vorher, nachher = (
        rahmenfrist(verlauf(sorted(alle), STICHTAG, WERTE), STICHTAG, 24, WERTE)
        for alle in (zeiten, [*zeiten, arbeit])
    )

    assert nachher.tage >= vorher.tage


MONATE = st.lists(
    st.builds(
        lambda n, betrag, lehre, krank, tage: {
            "monat": f"{2023 + n // 12}-{n % 12 + 1:02d}",
            "betrag": betrag,
            "lehrzeit": lehre,
            "krankengeld": krank,
            "voll": tage is None,
            "tage": tage,
        },
        st.integers(0, 40),
        st.integers(0, 7000),
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, None, None, 1, 15]),
    ),
    max_size=14,
    unique_by=lambda monat: monat["monat"],
)


@given(monate=MONATE)
@OFT
def test_die_reihenfolge_der_monate_ist_gleichgueltig_und_die_grenze_haelt(
    monate: list[dict[str, object]],
) -> None:
    eins, zwei = (
        rechne(
            "arbeitslosengeld",
            {"stichtag": "2026-03-02", "rehabilitation": True, "beitragsgrundlagen": folge},
        )
        for folge in (monate, monate[::-1])
    )  # fmt: skip

    assert eins == zwei
    grundlage = eins["werte"].get("bemessungsgrundlage", "0")  # type: ignore[attr-defined]
    assert float(grundlage) <= 6825


TAGE = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str)
ANGABEN = st.fixed_dictionaries(
    {"stichtag": st.sampled_from(["2025-01-01", "2026-03-02", "2026-12-31", "2024-02-29"])},
    optional={
        "geburtsdatum": st.dates(date(1940, 1, 1), date(2024, 1, 1)).map(str),
        "frueher_bezogen": st.booleans(),
        "wochen_24_monate": st.integers(0, 105),
        "wochen_12_monate": st.integers(0, 53),
        "wochen_5_jahre": st.integers(0, 261),
        "wochen_10_jahre": st.integers(0, 522),
        "wochen_15_jahre": st.integers(0, 783),
        "rehabilitation": st.booleans(),
        "brutto_monat": st.integers(0, 9000),
        "kinder": st.integers(0, 9),
        "beendigung": st.sampled_from(["kuendigung_selbst", "zeitablauf", "austritt_berechtigt"]),
        "dienstverhaeltnis_ende": TAGE,
        "kuendigungsentschaedigung_bis": TAGE,
        "urlaubsersatz_bis": TAGE,
        "krankengeld_bis": TAGE,
        "schulung_tage": st.sampled_from([0, 1, 120, 365, 366, 2000]),
        "restanspruch_tage": st.integers(0, 2000),
        "letzter_bezug": st.dates(date(1990, 1, 1), date(2024, 1, 1)).map(str),
        "geringfuegig_beschaeftigt": st.booleans(),
        "geschuetzte_bemessungsgrundlage": st.integers(0, 9000),
        "zeiten": ZEITEN.map(lambda zeiten: [als_angabe(z) for z in zeiten]),
    },
)  # fmt: skip


@given(angaben=ANGABEN)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_jede_antwort_ist_eine_des_vertrags(angaben: dict[str, object]) -> None:
    antwort = rechne("arbeitslosengeld", angaben)

    assert antwort["art"] in {
        "ergebnis", "kein_anspruch", "angaben_unvollstaendig", "keine_werte",
    }  # fmt: skip
    json.dumps(antwort, allow_nan=False)
    if antwort["art"] not in {"ergebnis", "kein_anspruch"}:
        return
    werte = antwort["werte"]
    assert isinstance(werte, dict)
    assert antwort["kern"]
    assert ("bezugsdauer_wochen" in werte) == ("bezugsdauer_tage" in werte)
    assert not ("fortbezug_tage" in werte and "bezugsdauer_wochen" in werte)
    if "ende" in werte:
        tage = werte.get("fortbezug_tage") or werte["bezugsdauer_tage"]
        dauer = timedelta(days=tage + int(str(angaben.get("schulung_tage", 0))) - 1)
        assert date.fromisoformat(werte["beginn"]) + dauer == date.fromisoformat(werte["ende"])  # fmt: skip
    if "beginn" in werte and "sperre_bis" in werte:
        assert werte["beginn"] > werte["sperre_bis"]


def test_lies_zeiten_ordnet_nach_dem_tag() -> None:
    spaet = {"art": "lehre", "von": date(2025, 1, 1), "bis": date(2025, 1, 2)}
    frueh = {"art": "lehre", "von": date(2024, 1, 1), "bis": date(2024, 1, 2)}

    assert [z.von.year for z in lies_zeiten([spaet, frueh])] == [2024, 2025]
