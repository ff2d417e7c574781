"""Files (*tiedostot*): bytes kept under their SHA-256, below a folder of their organisation."""
