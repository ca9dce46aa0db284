"""Die Tür im Browser: JSON hinein, JSON heraus. Fehlt der gekürzten Standardbibliothek ein Modul, sagt sie es.

Ohne diese Wache könnte ein fehlendes Modul als gewöhnlicher Fehler enden, den jemand abfängt. So startet der
Browser mit der ungekürzten Bibliothek neu und stellt die Frage noch einmal (calculators/browser/verbindung.js).

Datenklassen schreiben beim Einführen Quelltext und übersetzen ihn; das ist die halbe Startzeit des Rechenwerks.
Der Bau hat diese Texte schon übersetzt (pakete.py): Zu genau demselben Text gehört hier der fertige Code.
"""

import dataclasses
import gc
import marshal
import sys
from pathlib import Path

_WERTE = Path(__file__).with_name("werte.json")
_VORGEFERTIGT = Path(__file__).with_name("vorgefertigt.bin")
_code = marshal.loads(_VORGEFERTIGT.read_bytes()) if _VORGEFERTIGT.is_file() else {}
uebersetzt: list[str] = []  # wozu es keinen fertigen Code gab


def _fuehre_aus(quelle: str, *raeume: dict[str, object]) -> None:
    if quelle not in _code:
        uebersetzt.append(quelle)
    exec(_code.get(quelle, quelle), *raeume)


gc.disable()  # beim Einführen entsteht nur, was bleibt
dataclasses.exec = _fuehre_aus  # type: ignore[attr-defined]

from leistungsrechner import rechne_json  # noqa: E402
from leistungsrechner.ablage import setze_verzeichnis  # noqa: E402
from leistungsrechner.werte import Verzeichnis  # noqa: E402

del dataclasses.exec  # type: ignore[attr-defined]
setze_verzeichnis(Verzeichnis.aus_json(_WERTE.read_text("utf-8")))
gc.freeze()
gc.enable()

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
