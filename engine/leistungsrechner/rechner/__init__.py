"""Die Rechner, jeder unter seinem Schlüssel."""

from __future__ import annotations

from types import ModuleType

from . import arbeitslosengeld, notstandshilfe, rezeptgebuehr

RECHNER: dict[str, ModuleType] = {
    "arbeitslosengeld": arbeitslosengeld,
    "notstandshilfe": notstandshilfe,
    "rezeptgebuehr": rezeptgebuehr,
}
