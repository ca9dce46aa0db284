"""Wie die Rechner in die Seiten kommen: Bau (seite, buendel), Browser, Thema."""
