// Beantwortet Anfragen mit dem Programm, das auch im Browser sucht; für Prüfungen.
// Auftrag: {verzeichnis: Pfad, anfragen: [Text]}; Antwort: je Anfrage die Fundstellen (Adresse mit Anker), beste zuerst.

import { readFileSync } from "node:fs";
import { oeffne } from "../browser/suche/bestand.js";
import { suche } from "../browser/suche/suchen.js";

const { verzeichnis, anfragen } = JSON.parse(readFileSync(0, "utf8"));
const bestand = oeffne(JSON.parse(readFileSync(verzeichnis, "utf8")));

const fundstelle = ({ seite, abschnitt }) => {
  const { anker } = bestand.abschnitte[abschnitt];
  return seite.adresse + (anker ? `#${anker}` : "");
};
const antworten = anfragen.map((anfrage) => suche(anfrage, bestand).treffer.map(fundstelle));
process.stdout.write(JSON.stringify(antworten));
