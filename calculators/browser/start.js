// Einstieg auf Seiten mit einem Rechner: verbindet jedes Formular mit dem Rechenwerk.

import { beobachteLaden, rechne } from "./verbindung.js";
import { richteEin } from "./rechner-element.js";

for (const element of document.querySelectorAll("section.rechner")) {
  richteEin(element, { rechne, beobachteLaden });
}
