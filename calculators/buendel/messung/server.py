"""Ein Server für Messungen und Proben: verdichtete Dateien, lange Haltbarkeit, auf Wunsch ein langsames Netz."""

from __future__ import annotations

import mimetypes
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/wasm", ".wasm")
mimetypes.add_type("application/manifest+json", ".webmanifest")
_MIT_ABDRUCK = re.compile(r"-[0-9a-f]{10}\.\w+$")
_HAPPEN = 16 * 1024


@dataclass(frozen=True)
class Netz:
    """Eine Leitung: Bytes je Sekunde für alle zusammen (0: unbegrenzt) und Laufzeit hin und zurück in Sekunden."""

    bytes_je_sekunde: float = 0
    laufzeit: float = 0


OFFEN = Netz()
VIER_G = Netz(9_000_000 / 8, 0.085)


class _Leitung:
    """Teilt die Bytes einer Leitung unter allen Antworten auf."""

    def __init__(self, netz: Netz) -> None:
        self.netz = netz
        self._frei_ab = 0.0
        self._schloss = threading.Lock()

    def warte(self, bytes_: int) -> None:
        if not self.netz.bytes_je_sekunde:
            return
        with self._schloss:
            self._frei_ab = (
                max(self._frei_ab, time.monotonic())
                + bytes_ / self.netz.bytes_je_sekunde
            )
            bis = self._frei_ab
        time.sleep(max(0.0, bis - time.monotonic()))


@dataclass
class Dienst:
    """Ein laufender Server; abrufe nennt jeden Pfad mit den gesendeten Bytes."""

    adresse: str
    abrufe: list[tuple[str, int]] = field(default_factory=list)


@contextmanager
def serviere(
    ordner: Path, unter: str = "/wegweiser/", netz: Netz = OFFEN
) -> Iterator[Dienst]:
    """Serviert einen Ordner unter einem Pfad, bis der Block endet."""
    leitung = _Leitung(netz)

    class Antwort(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            time.sleep(netz.laufzeit)  # Verbindungsaufbau

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            time.sleep(netz.laufzeit)
            pfad = unquote(urlsplit(self.path).path)
            datei = _datei(ordner, pfad, unter)
            if datei is None:
                self._sende(
                    HTTPStatus.NOT_FOUND, b"", {"Content-Type": "text/plain"}, pfad
                )
                return
            kopf = {
                "Content-Type": mimetypes.guess_type(datei.name)[0]
                or "application/octet-stream",
                "Cache-Control": "public, max-age=31536000, immutable"
                if _MIT_ABDRUCK.search(pfad)
                else "no-cache",
                "Vary": "Accept-Encoding",
            }
            verdichtet = datei.with_name(datei.name + ".br")
            if "br" in self.headers.get("Accept-Encoding", "") and verdichtet.is_file():
                kopf["Content-Encoding"] = "br"
                datei = verdichtet
            self._sende(HTTPStatus.OK, datei.read_bytes(), kopf, pfad)

        def _sende(
            self, stand: HTTPStatus, inhalt: bytes, kopf: dict[str, str], pfad: str
        ) -> None:
            dienst.abrufe.append((pfad.removeprefix(unter), len(inhalt)))
            self.send_response(stand)
            for name, wert in kopf.items():
                self.send_header(name, wert)
            self.send_header("Content-Length", str(len(inhalt)))
            self.end_headers()
            try:
                for ab in range(0, len(inhalt), _HAPPEN):
                    happen = inhalt[ab : ab + _HAPPEN]
                    leitung.warte(len(happen))
                    self.wfile.write(happen)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Antwort)
    dienst = Dienst(f"http://127.0.0.1:{server.server_port}{unter}")
    faden = threading.Thread(target=server.serve_forever, daemon=True)
    faden.start()
    try:
        yield dienst
    finally:
        server.shutdown()
        server.server_close()
        faden.join()


def _datei(ordner: Path, pfad: str, unter: str) -> Path | None:
    if not pfad.startswith(unter):
        return None
    datei = (ordner / pfad.removeprefix(unter)).resolve()
    if datei.is_dir():
        datei /= "index.html"
    return datei if datei.is_file() and datei.is_relative_to(ordner.resolve()) else None
