"""Bauseite: unsere Markdown-Erweiterungen. Sie kennen Markdown und das Rechenwerk, sonst nichts."""
