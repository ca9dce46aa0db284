#!/usr/bin/env python3
"""Startet den Wegweiser auf diesem Gerät, ohne Internet: `python3 starten.py [Port]`."""

from __future__ import annotations

import http.server
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Any

HIER = Path(__file__).resolve().parent
GERAET = "127.0.0.1"  # nur von diesem Gerät aus zu erreichen
ARTEN = {  # unter Windows kann eine andere Einstellung diese Arten verstellen
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


class Auskunft(http.server.SimpleHTTPRequestHandler):
    """Liefert die Dateien neben diesem Programm aus."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **ARTEN}

    def __init__(self, *angaben: Any) -> None:
        super().__init__(*angaben, directory=str(HIER))

    def log_message(self, format: str, *angaben: Any) -> None:
        """Schweigt: Was jemand liest, geht niemanden etwas an."""


class Server(http.server.ThreadingHTTPServer):
    """Ein Server, der einen besetzten Port nicht mit einem anderen Programm teilt."""

    allow_reuse_address = sys.platform != "win32"


def frei(port: int) -> Server:
    """Der Server am gewünschten Port; ist der besetzt, an irgendeinem freien."""
    with socket.socket() as probe:
        if probe.connect_ex((GERAET, port)) == 0:
            port = 0
    return Server((GERAET, port), Auskunft)


if __name__ == "__main__":
    server = frei(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
    adresse = f"http://{GERAET}:{server.server_port}/wegweiser/"
    print(f"Der Wegweiser läuft: {adresse}\nZum Beenden: Strg+C", flush=True)
    webbrowser.open(adresse)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
