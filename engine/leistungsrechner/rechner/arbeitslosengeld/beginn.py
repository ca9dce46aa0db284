"""Arbeitslosengeld: ab wann und bis wann es ausbezahlt wird (§§ 11, 16, 17 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ...angaben import Angaben
from ...feiertage import ist_arbeitstag
from ...werte import Werte
from ...zeit import TAG

SEITE_SPERRE = "ratgeber/ende/sperre/"
SEITE_RUHEN = "ratgeber/arbeitslosengeld/ruhen/"

BEENDIGUNGEN = (
    ("kuendigung_arbeitgeber", "Die Firma hat gekündigt"),
    ("kuendigung_selbst", "Ich habe gekündigt"),
    ("kuendigung_selbst_wichtiger_grund", "Ich habe aus wichtigem Grund gekündigt"),
    ("einvernehmlich", "Einvernehmlich aufgelöst"),
    ("zeitablauf", "Der befristete Vertrag ist ausgelaufen"),
    ("entlassung_berechtigt", "Fristlos entlassen, zu Recht"),
    ("entlassung_unberechtigt", "Fristlos entlassen, zu Unrecht"),
    ("austritt_berechtigt", "Vorzeitig ausgetreten, mit gutem Grund"),
    ("austritt_unberechtigt", "Vorzeitig ausgetreten, ohne gesetzlichen Grund"),
    ("probezeit_selbst", "Ich habe in der Probezeit aufgehört"),
    ("probezeit_arbeitgeber", "Die Firma hat in der Probezeit beendet"),
)
MIT_SPERRE = frozenset(
    {
        "kuendigung_selbst",
        "entlassung_berechtigt",
        "austritt_unberechtigt",
        "probezeit_selbst",
    }
)
RUHENSFELDER = (
    "kuendigungsentschaedigung_bis",
    "urlaubsersatz_bis",
    "krankengeld_bis",
    "wochengeld_bis",
)


@dataclass(frozen=True)
class Beginn:
    """Der erste bezahlte Tag und was ihn verschiebt."""

    anfall: date
    sperre_bis: date | None
    ruhen_bis: date | None
    beginn: date | None

    @property
    def ruhenstage(self) -> int:
        """Die Kalendertage, an denen der Anspruch ruht, bevor er zum ersten Mal ausbezahlt wird."""
        if self.ruhen_bis is None:
            return 0
        return max((self.ruhen_bis - self.anfall).days + 1, 0)


def beginn(angaben: Angaben, werte: Werte) -> Beginn:
    """Der Beginn; unbekannt nur, wenn eine Sperre droht und das Ende des Dienstverhältnisses fehlt."""
    anfall = anfallstag(angaben)
    sperre_bis = sperre(angaben, werte)
    ruhen_bis = max(
        (angaben[feld] for feld in RUHENSFELDER if angaben.gegeben(feld)), default=None
    )
    if sperre_bis is None and droht_sperre(angaben):
        return Beginn(anfall, None, ruhen_bis, None)
    erster = max([anfall, *(t + TAG for t in (sperre_bis, ruhen_bis) if t is not None)])
    return Beginn(anfall, sperre_bis, ruhen_bis, erster)


def anfallstag(angaben: Angaben) -> date:
    """Der Tag des Antrags; liegen seit dem Ende der Arbeit nur arbeitsfreie Tage, der Tag nach dem Ende (§ 17 AlVG)."""
    stichtag: date = angaben["stichtag"]
    if not angaben.gegeben("dienstverhaeltnis_ende"):
        return stichtag
    erster: date = angaben["dienstverhaeltnis_ende"] + TAG
    tag = erster
    while tag < stichtag and not ist_arbeitstag(tag):
        tag += TAG
    return erster if tag >= stichtag else stichtag


def droht_sperre(angaben: Angaben) -> bool:
    """Ob die Art der Beendigung eine Sperre nach sich zieht (§ 11 AlVG)."""
    return angaben["beendigung"] in MIT_SPERRE


def sperre(angaben: Angaben, werte: Werte) -> date | None:
    """Der letzte Tag der Sperre: 28 Kalendertage ab dem Tag nach dem Ende, gleich wann der Antrag kommt."""
    if not droht_sperre(angaben) or not angaben.gegeben("dienstverhaeltnis_ende"):
        return None
    ende: date = angaben["dienstverhaeltnis_ende"]
    return ende + timedelta(days=werte.anzahl("alg_sperre_tage"))


def ende(erster: date, tage: int, schulung_tage: int) -> date:
    """Der letzte bezahlte Tag; Tage in einem Kurs des AMS kommen dazu (§ 18 Abs. 4 AlVG)."""
    return erster + timedelta(days=tage + schulung_tage) - TAG
