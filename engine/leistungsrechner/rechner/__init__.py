"""Die Rechner, jeder unter seinem Schlüssel."""

from __future__ import annotations

from types import ModuleType

from . import arbeitslosengeld, notstandshilfe

RECHNER: dict[str, ModuleType] = {
    "arbeitslosengeld": arbeitslosengeld,
    "notstandshilfe": notstandshilfe,
}
