"""Die Tür im Browser: JSON hinein, JSON heraus. Fehlt der gekürzten Standardbibliothek ein Modul, sagt sie es.

Ohne diese Wache könnte ein fehlendes Modul als gewöhnlicher Fehler enden, den jemand abfängt. So startet der
Browser mit der ungekürzten Bibliothek neu und stellt die Frage noch einmal (calculators/browser/verbindung.js).
"""

import sys

from leistungsrechner import rechne_json

try:
    # entsteht beim Packen (pakete.py)
    from weggelassen import NAMEN  # type: ignore[import-not-found]
except ModuleNotFoundError:  # die ungekürzte Standardbibliothek hat keine Liste
    NAMEN = frozenset()

_gesucht: list[str] = []


class _Wache:
    """Letzter in der Reihe der Sucher: Was hier ankommt, hat keiner gefunden."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Merkt sich weggelassene Module."""
        if name in NAMEN:
            _gesucht.append(name)


sys.meta_path.append(_Wache())


def rechne(text: str) -> str:
    """Die Antwort des Leistungsrechners; oder „!“ und die Namen der Module, die ihm fehlten."""
    antwort = rechne_json(text)
    return "!" + ",".join(_gesucht) if _gesucht else antwort
