"""Leistungsrechner: Arbeitslosengeld und was daran hängt, mit Herleitung. Die eine Tür."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Protocol

from . import ablage, auszug, lesen
from .angaben import Angaben, Feld, lies_angaben
from .anzeige import datum
from .ergebnis import Antwort
from .fehler import Angabenfehler, AngabenUnvollstaendig, KeineWerte, TabellenFehler
from .rechner import RECHNER
from .rechner.kurve import kurve as kurvenpunkte
from .rechner.spanne import spanne as spannenabschnitte
from .rechner.vergleich import vergleich as gegenuebergestellt
from .werte import Verzeichnis, Werte

__all__ = [
    "RECHNER",
    "felder",
    "kurve",
    "rechne",
    "rechne_json",
    "spanne",
    "vergleiche",
]

Json = dict[str, object]


class Rechner(Protocol):
    """Was ein Rechner mitbringt: Titel, Felder, die Werte ohne die kein Tag rechenbar ist, und die Rechnung.

    Dazu, wo seine Angaben einander widersprechen können, widersprueche(angaben).
    """

    TITEL: str
    FELDER: Sequence[Feld]
    JAHRESWERTE: Sequence[str]

    def berechne(self, angaben: Angaben, werte: Werte) -> Antwort: ...


def felder(rechner: str) -> list[dict[str, object]]:
    """Die Eingabefelder eines Rechners als Beschreibung."""
    return [feld.beschreibung() for feld in RECHNER[rechner].FELDER]


def rechne(
    rechner: str,
    angaben: Mapping[str, object],
    stichtag: date | str | None = None,
    *,
    ordner: Path | None = None,
    verzeichnis: Verzeichnis | None = None,
) -> dict[str, object]:
    """Rechnet und antwortet in den Formen des Vertrags; wirft nie.

    stichtag ist der Tag, dessen Recht und Beträge gelten; er kann auch unter den Angaben stehen.
    """

    def antworte(werk: ModuleType, rumpf: Json) -> Json:
        gelesen, werte = _fall(werk, angaben, stichtag, ordner, verzeichnis, rumpf)
        antwort: Json = werk.berechne(gelesen, werte).als_dict()
        rumpf["werte_stand"] = werte.stand.isoformat() if werte.stand else None
        return antwort

    return _an_der_tuer(rechner, antworte)


def kurve(
    rechner: str,
    angaben: Mapping[str, object],
    feld: str,
    stichtag: date | str | None = None,
    *,
    ordner: Path | None = None,
    verzeichnis: Verzeichnis | None = None,
) -> dict[str, object]:
    """Wie sich die Leistung mit einem Einkommen ändert; die Punkte stehen unter „kurve“. Wirft nie."""

    def antworte(werk: ModuleType, rumpf: Json) -> Json:
        gelesen, werte = _fall(werk, angaben, stichtag, ordner, verzeichnis, rumpf)
        return {
            "art": "ergebnis",
            "kurve": kurvenpunkte(rechner, werk, gelesen, feld, werte),
        }

    return _an_der_tuer(rechner, antworte)


def spanne(
    rechner: str,
    angaben: Mapping[str, object],
    feld: str,
    bis: object,
    stichtag: date | str | None = None,
    *,
    ordner: Path | None = None,
    verzeichnis: Verzeichnis | None = None,
) -> dict[str, object]:
    """Die Antwort, wenn ein Betrag nur zwischen zwei Enden bekannt ist, unter „spanne“. Wirft nie.

    Das eine Ende steht unter den Angaben, das andere ist bis.
    """

    def antworte(werk: ModuleType, rumpf: Json) -> Json:
        gelesen, werte = _fall(werk, angaben, stichtag, ordner, verzeichnis, rumpf)
        if feld not in gelesen.felder or gelesen.felder[feld].art != "geld":
            meldung = "Hier lässt sich nicht mit ungefähren Angaben rechnen."
            raise AngabenUnvollstaendig([Angabenfehler(feld, meldung)])
        zweites = lies_angaben(
            werk.FELDER, _mit_stichtag({**angaben, feld: bis}, stichtag)
        )
        rumpf["werte_stand"] = werte.stand.isoformat() if werte.stand else None
        return {
            "art": "ergebnis",
            "spanne": spannenabschnitte(
                rechner, werk, gelesen, feld, zweites[feld], werte, rumpf
            ),
        }

    return _an_der_tuer(rechner, antworte)


def vergleiche(
    rechner: str,
    faelle: Sequence[Mapping[str, object]],
    stichtag: date | str | None = None,
    *,
    ordner: Path | None = None,
    verzeichnis: Verzeichnis | None = None,
) -> dict[str, object]:
    """Zwei Fälle nebeneinander, unter „vergleich“; Fehler nennen ihr Feld mit „a.“ oder „b.“ davor. Wirft nie.

    stichtag gilt für jeden Fall, der keinen eigenen hat.
    """

    def antworte(werk: ModuleType, rumpf: Json) -> Json:
        gelesen, fehler = [], []
        for name, angaben in zip("ab", faelle, strict=True):
            eigener = isinstance(angaben, Mapping) and angaben.get("stichtag")
            try:
                fall = _fall(
                    werk,
                    angaben,
                    None if eigener else stichtag,
                    ordner,
                    verzeichnis,
                    {},
                )
                werk.berechne(*fall)
                gelesen.append(fall)
            except AngabenUnvollstaendig as problem:
                fehler += [
                    Angabenfehler(f"{name}.{f.feld}", f.meldung) for f in problem.fehler
                ]
            except KeineWerte as problem:
                fehler.append(Angabenfehler(f"{name}.stichtag", _ohne_werte(problem)))
        if fehler:
            raise AngabenUnvollstaendig(fehler)
        ergebnis = gegenuebergestellt(rechner, werk, gelesen[0], gelesen[1])
        return {"art": "ergebnis", "vergleich": ergebnis}

    return _an_der_tuer(rechner, antworte)


def _fall(
    werk: ModuleType,
    angaben: Mapping[str, object],
    stichtag: date | str | None,
    ordner: Path | None,
    verzeichnis: Verzeichnis | None,
    rumpf: Json,
) -> tuple[Angaben, Werte]:
    """Die gelesenen Angaben und die Werte ihres Stichtags; ohne nötige Werte ist das KeineWerte."""
    gelesen = lies_angaben(
        werk.FELDER,
        _mit_stichtag(angaben, stichtag),
        _zwei_stichtage(angaben, stichtag),
        getattr(werk, "widersprueche", lambda gelesen: ()),
    )
    tag: date = gelesen["stichtag"]
    rumpf["stichtag"] = tag.isoformat()
    werte = (verzeichnis or ablage.verzeichnis(ordner)).am(tag)
    for schluessel in werk.JAHRESWERTE:
        werte[schluessel]
    return gelesen, werte


def _an_der_tuer(rechner: object, antworte: Callable[[ModuleType, Json], Json]) -> Json:
    """Lässt antworten und macht aus jeder Ausnahme eine Antwort."""
    rumpf = _leere_antwort(rechner if isinstance(rechner, str) else str(rechner))
    try:
        werk = RECHNER.get(rechner) if isinstance(rechner, str) else None
        if werk is None:
            bekannt = ", ".join(RECHNER)
            return {
                **rumpf,
                "fehler": [
                    _meldung(
                        "rechner", f"Diesen Rechner gibt es nicht. Es gibt: {bekannt}."
                    )
                ],
            }
        antwort = antworte(werk, rumpf)
        return {**rumpf, **antwort}
    except AngabenUnvollstaendig as fehler:
        gemeldet = [_meldung(f.feld, f.meldung) for f in fehler.fehler]
        return {**rumpf, "art": "angaben_unvollstaendig", "fehler": gemeldet}
    except KeineWerte as fehler:
        return {
            **rumpf,
            "art": "keine_werte",
            "fehler": [_meldung("stichtag", _ohne_werte(fehler))],
        }
    except TabellenFehler as fehler:
        return {
            **rumpf,
            "fehler": [_meldung("", str(problem)) for problem in fehler.probleme],
        }
    except Exception as fehler:  # noqa: BLE001 – die Tür hält: auch ein Fehler des Programms ist eine Antwort
        sys.excepthook(type(fehler), fehler, fehler.__traceback__)
        return {
            **rumpf,
            "fehler": [_meldung("", "Das ist ein Fehler des Programms, nicht Ihrer.")],
        }


def rechne_json(text: str) -> str:
    """Dasselbe mit JSON hinein und heraus: {"rechner": …, "angaben": {…}, "stichtag": …}; {"auszug": …} liest nur.

    Mit „kurve“, „vergleich“ oder „spanne“ ({"feld": …, "bis": …}) antwortet die gleichnamige Frage.
    """
    try:
        anfrage = json.loads(text)
        if "auszug" in anfrage:
            return als_json(dict(auszug.lies(anfrage["auszug"])))
        rechner, angaben = anfrage["rechner"], anfrage.get("angaben", {})
        stichtag = anfrage.get("stichtag")
        feld, zweiter = anfrage.get("kurve"), anfrage.get("vergleich")
        ungefaehr = anfrage.get("spanne")
        enden = ungefaehr and (str(ungefaehr["feld"]), ungefaehr["bis"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return als_json(unlesbar())
    if feld is not None:
        return als_json(kurve(rechner, angaben, str(feld), stichtag))
    if zweiter is not None:
        return als_json(vergleiche(rechner, [angaben, zweiter], stichtag))
    if enden:
        return als_json(spanne(rechner, angaben, enden[0], enden[1], stichtag))
    return als_json(rechne(rechner, angaben, stichtag))


def unlesbar(rechner: str = "") -> dict[str, object]:
    """Die Antwort auf Angaben, die kein lesbares JSON sind."""
    return {
        **_leere_antwort(rechner),
        "art": "angaben_unvollstaendig",
        "fehler": [_meldung("", "Die Angaben sind kein lesbares JSON-Objekt.")],
    }


def _leere_antwort(rechner: str) -> dict[str, object]:
    return {
        "rechner": rechner,
        "stichtag": None,
        "werte_stand": None,
        "art": "fehler",
        "kern": None,
        "werte": {},
        "voraussetzungen": [],
        "rechenweg": [],
        "hinweise": [],
        "termine": [],
        "gegenproben": [],
        "fehler": [],
    }


def als_json(antwort: object, einzug: int | None = None) -> str:
    """Die Antwort als JSON; halbe Zeichen, die sich nicht in UTF-8 schreiben lassen, werden zu \\u…."""
    text = json.dumps(antwort, ensure_ascii=False, indent=einzug)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _mit_stichtag(angaben: object, stichtag: object) -> Mapping[str, object]:
    """Die Angaben samt Stichtag."""
    if not isinstance(angaben, Mapping):
        raise AngabenUnvollstaendig(
            [
                Angabenfehler(
                    "", "Die Angaben müssen ein Objekt aus Feldern und Werten sein."
                )
            ]
        )
    return angaben if stichtag is None else {**angaben, "stichtag": stichtag}


def _zwei_stichtage(
    angaben: Mapping[str, object], argument: object
) -> Iterator[Angabenfehler]:
    """Der Stichtag darf an beiden Stellen stehen, wenn es derselbe ist."""
    feld = angaben.get("stichtag")
    if feld in (None, "") or argument is None or _tag(feld) == _tag(argument):
        return
    meldung = "Es sind zwei verschiedene Stichtage angegeben."
    yield Angabenfehler("stichtag", meldung)


def _tag(roh: object) -> object:
    try:
        return lesen.tag(roh)
    except lesen.Unlesbar:
        return roh


def _ohne_werte(fehler: KeineWerte) -> str:
    vorhanden = ", ".join(str(jahr) for jahr in fehler.jahre) or "keine"
    return (
        f"Für den {datum(fehler.stichtag)} sind keine Werte eingetragen: Es fehlt "
        f"„{fehler.bezeichnung}“. Eingetragen sind die Jahre {vorhanden}. "
        "Mit den Beträgen eines anderen Jahres rechnen wir nicht."
    )


def _meldung(feld: str, text: str) -> dict[str, object]:
    return {"feld": feld, "meldung": text}
