"""Mindestsicherung: ab wann Mietbeihilfe zusteht und bis wann entschieden sein muss."""

from __future__ import annotations

from datetime import date

from ...anzeige import datum
from ...ergebnis import Termin
from ...werte import Werte
from ...zeit import plus_monate
from .miete import SEITE as MIETSEITE
from .miete import beginn

START = "ratgeber/wenig-geld/mindestsicherung/"


def termine(stichtag: date, mit_miete: bool, werte: Werte) -> list[Termin]:
    """Ab wann Mietbeihilfe zusteht und bis wann entschieden sein muss."""
    liste = []
    if mit_miete:
        ab = beginn(stichtag, werte)
        bis = werte["ms_mietbeihilfe_stichtag"].anzeige
        text = f"Ihr Antrag ist bis zum {bis}. des Monats da: Mietbeihilfe gebührt ab Monatsbeginn."
        if ab > stichtag:
            text = f"Ihr Antrag kommt nach dem {bis}. des Monats: Mietbeihilfe gebührt ab dem nächsten Monat."
        liste.append(Termin("Mietbeihilfe ab", ab, text, MIETSEITE + "#stichtag"))
    frist = plus_monate(stichtag, werte.anzahl("ms_entscheidung_monate"))
    text = f"Die Mindestsicherung gebührt frühestens ab dem Antrag. Bis {datum(frist)} muss die MA 40 entscheiden."
    liste.append(Termin("Entscheidung der MA 40", frist, text, START + "#antrag"))
    return liste
