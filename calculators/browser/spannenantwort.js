// Antwort zu einer ungefähren Angabe: beide Enden als ein Satz, und was sich dazwischen ändert.

import { abschnitt, hinweis, rechenweg, stand, summen, termin } from "./antwort.js";
import { element } from "./bauen.js";
import { vereint } from "./spanne.js";

export function spannenteile({ enden }) {
  const [eins, zwei] = enden.map(({ ergebnis }) => ergebnis);
  return [
    stand(eins),
    ...kern(enden),
    summen(vereinteSummen(eins.kern.summen, zwei.kern.summen)),
    abschnitt("Was sich dazwischen ändert", unterschiede(enden), (satz) => element("li", "", satz)),
    abschnitt("Was Sie bis wann tun", ohneDoppelte(eins.termine, zwei.termine), termin, "termine"),
    abschnitt("Gut zu wissen", ohneDoppelte(eins.hinweise, zwei.hinweise), hinweis, "hinweise"),
    ...enden.map(({ wert, ergebnis }) => rechenweg(ergebnis, ` bei ${wert} €`)),
  ];
}

// Sagen beide Enden dasselbe, genügt ein Satz mit beiden Zahlen; sonst steht jedes Ende für sich.
function kern(enden) {
  const [eins, zwei] = enden.map(({ ergebnis }) => ergebnis.kern);
  if (eins.satz === zwei.satz && eins.zahl && zwei.zahl) {
    return [
      element("h2", "antwort__satz", eins.satz),
      element("p", "antwort__zahl", vereint(eins.zahl, zwei.zahl)),
      element("p", "antwort__nachsatz", `Gerechnet für ${enden.map(({ wert }) => `${wert} €`).join(" und ")}.`),
    ];
  }
  const saetze = enden.map(({ wert, ergebnis: { kern: { satz, zahl } } }) => `Bei ${wert} €: ${[satz, zahl].filter(Boolean).join(" ")}`);
  if (eins.satz === zwei.satz) return [element("h2", "antwort__satz", eins.satz)];
  return [element("h2", "antwort__satz", "Es kommt darauf an"), ...saetze.map((satz) => element("p", "antwort__fall", satz))];
}

function vereinteSummen(eine, andere) {
  const namen = ohneDoppelte(eine.map(({ name }) => name), andere.map(({ name }) => name));
  return namen.map((name) => {
    const [a, b] = [eine, andere].map((zeilen) => zeilen.find((zeile) => zeile.name === name));
    return { ...(a ?? b), anzeige: a && b ? vereint(a.anzeige, b.anzeige) : `nur im einen Fall: ${(a ?? b).anzeige}` };
  });
}

const URTEIL = { true: "erfüllt", false: "nicht erfüllt", null: "nicht bekannt" };

function unterschiede(enden) {
  const [eins, zwei] = enden;
  return eins.ergebnis.voraussetzungen.flatMap((hier) => {
    const dort = zwei.ergebnis.voraussetzungen.find(({ name }) => name === hier.name);
    if (!dort || dort.erfuellt === hier.erfuellt) return [];
    return [
      `${hier.name}: bei ${eins.wert} € ${URTEIL[hier.erfuellt]} (${hier.begruendung}), ` +
        `bei ${zwei.wert} € ${URTEIL[dort.erfuellt]} (${dort.begruendung}).`,
    ];
  });
}

function ohneDoppelte(eine, andere) {
  const gesehen = new Map([...eine, ...andere].map((teil) => [JSON.stringify(teil), teil]));
  return [...gesehen.values()];
}

