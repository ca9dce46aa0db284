"""Redaktion: die Befehle rund um ein neues Jahr. Sie lesen und schreiben nur die Tabellen in docs/werte."""
