// Antwort zu einer ungefähren Angabe: beide Enden als ein Satz, und was sich dazwischen ändert.

import { abschnitt, hinweis, rechenweg, stand, summen, termin } from "./antwort.js";
import { element } from "./bauen.js";
import { vereint } from "./spanne.js";

export function spannenteile({ enden }) {
  const [eins, zwei] = enden.map(({ ergebnis }) => ergebnis);
  const einig = eins.kern.satz === zwei.kern.satz;
  return [
    stand(eins),
    ...(einig ? gemeinsam(enden) : jedesFuerSich(enden)),
    abschnitt("Was sich dazwischen ändert", unterschiede(enden), (satz) => element("li", "", satz)),
    abschnitt("Was Sie bis wann tun", vonBeiden(enden, "termine"), termin, "termine"),
    abschnitt("Gut zu wissen", vonBeiden(enden, "hinweise"), hinweis, "hinweise"),
    ...enden.map(({ wert, ergebnis }) => rechenweg(ergebnis, ` bei ${wert} €`)),
  ];
}

// Sagen beide Enden dasselbe, genügt ein Satz mit beiden Zahlen.
function gemeinsam(enden) {
  const [eins, zwei] = enden.map(({ ergebnis }) => ergebnis.kern);
  const zahl = eins.zahl && zwei.zahl && vereint(eins.zahl, zwei.zahl);
  return [
    element("h2", "antwort__satz", eins.satz),
    zahl && element("p", "antwort__zahl", zahl),
    element("p", "antwort__nachsatz", `Gerechnet für ${enden.map(({ wert }) => `${wert} €`).join(" und ")}.`),
    gleicheZeilen(eins.summen, zwei.summen) && summen(eins.summen.map((zeile, stelle) => vereinteZeile(zeile, zwei.summen[stelle]))),
  ];
}

// Sagen sie Verschiedenes, steht jedes Ende für sich.
function jedesFuerSich(enden) {
  const teile = enden.flatMap(({ wert, ergebnis: { kern } }) => [
    element("h3", "antwort__fall", `Bei ${wert} €: ${[kern.satz, kern.zahl].filter(Boolean).join(" ")}`),
    kern.summen.length && summen(kern.summen),
  ]);
  return [element("h2", "antwort__satz", "Es kommt darauf an"), ...teile];
}

function gleicheZeilen(eine, andere) {
  return eine.length > 0 && eine.length === andere.length && eine.every(({ name }, stelle) => name === andere[stelle].name);
}

function vereinteZeile(eine, andere) {
  return { ...eine, anzeige: vereint(eine.anzeige, andere.anzeige) };
}

const URTEIL = { true: "erfüllt", false: "nicht erfüllt", null: "nicht bekannt" };

function unterschiede(enden) {
  const [eins, zwei] = enden;
  return eins.ergebnis.voraussetzungen.flatMap((hier) => {
    const dort = zwei.ergebnis.voraussetzungen.find(({ name }) => name === hier.name);
    if (!dort || dort.erfuellt === hier.erfuellt) return [];
    const seiten = [[eins, hier], [zwei, dort]];
    const saetze = seiten.map(([{ wert }, { erfuellt, begruendung }]) => `Bei ${wert} € ${URTEIL[erfuellt]}: ${begruendung}`);
    return [`${hier.name}. ${saetze.join(" ")}`];
  });
}

// Was an beiden Enden gilt, einmal; was nur an einem gilt, mit dem Wort dazu.
function vonBeiden([eins, zwei], name) {
  const nurBei = (hier, dort) => {
    const andere = new Set(dort.ergebnis[name].map((teil) => JSON.stringify(teil)));
    return hier.ergebnis[name].filter((teil) => !andere.has(JSON.stringify(teil)));
  };
  const einzeln = (hier, dort) => nurBei(hier, dort).map((teil) => ({ ...teil, text: `Nur bei ${hier.wert} €: ${teil.text}` }));
  const nurEins = new Set(nurBei(eins, zwei));
  const gemeinsame = eins.ergebnis[name].filter((teil) => !nurEins.has(teil));
  return [...gemeinsame, ...einzeln(eins, zwei), ...einzeln(zwei, eins)];
}
