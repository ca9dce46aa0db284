"""Sofortantwort: kleine Tafeln, die beim Bau mit demselben Rechenwerk gerechnet werden, für die Zeit vor Python."""
