// Einstieg auf Seiten mit einem Rechner: verbindet jedes Formular mit dem Rechenwerk.

import { beobachteLaden, rechne } from "./verbindung.js";
import { richteEin } from "./rechner-element.js";
import { richteSofortEin } from "./sofortzeile.js";

for (const element of document.querySelectorAll("section.rechner")) {
  richteEin(element, { rechne, beobachteLaden });
  richteSofortEin(element);
}
