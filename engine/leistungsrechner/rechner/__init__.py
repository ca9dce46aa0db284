"""Die Rechner, jeder unter seinem Schlüssel."""

from __future__ import annotations

from types import ModuleType

from . import (
    arbeitslosengeld,
    bescheid,
    gesamt,
    mindestsicherung,
    notstandshilfe,
    rezeptgebuehr,
)

RECHNER: dict[str, ModuleType] = {
    "arbeitslosengeld": arbeitslosengeld,
    "notstandshilfe": notstandshilfe,
    "mindestsicherung": mindestsicherung,
    "rezeptgebuehr": rezeptgebuehr,
    "gesamt": gesamt,
    "bescheid": bescheid,
}
