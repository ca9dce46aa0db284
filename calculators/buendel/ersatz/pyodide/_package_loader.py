"""Ersatz: Es werden keine Pakete nachgeladen. Damit bleiben zipfile, shutil und tempfile weg."""

from pathlib import Path
from site import getsitepackages

SITE_PACKAGES = Path(getsitepackages()[0])
DSO_DIR = Path("/usr/lib")


def init_loaded_packages() -> None:
    """Pyodide ruft das beim Start; geladen ist nichts."""
