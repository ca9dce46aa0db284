"""Die Website als eine Datei für Geräte ohne Internet."""
