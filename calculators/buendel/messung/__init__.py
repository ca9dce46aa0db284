"""Misst, wie schnell die Rechner auf einer Seite zur ersten Antwort kommen."""
