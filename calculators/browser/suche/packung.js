// Die gespeicherte Form des Verzeichnisses: ein Drittel kleiner als die von MiniSearch, denn Gleichartiges steht beisammen.
// Je Feld eine Zeile pro Stamm, darin die Abstände der Abschnitte zur Basis 36 („3 a.2“: im 3. und, zweimal, im 13.).

const BASIS = 36;

export function packe(gespeichert) {
  const { index, fieldIds, fieldLength, averageFieldLength, documentCount } = JSON.parse(JSON.stringify(gespeichert));
  const felder = Object.keys(fieldIds);
  const nummern = Array.from({ length: documentCount }, (_, nummer) => nummer);
  return {
    staemme: index.map(([stamm]) => stamm).join("\n"),
    felder: felder.map((feld) => index.map(([, orte]) => alsZeile(orte[fieldIds[feld]] ?? {})).join("\n")),
    laengen: felder.map((feld) => nummern.map((nummer) => (fieldLength[nummer][fieldIds[feld]] ?? 0).toString(BASIS)).join(" ")),
    mittel: averageFieldLength,
    abschnitte: documentCount,
  };
}

export function entpacke({ staemme, felder, laengen, mittel, abschnitte }, namen) {
  const spalten = felder.map((feld) => feld.split("\n"));
  const zahlen = laengen.map((reihe) => reihe.split(" ").map((zahl) => parseInt(zahl, BASIS)));
  const nummern = Array.from({ length: abschnitte }, (_, nummer) => nummer);
  return {
    index: staemme.split("\n").map((stamm, zeile) => [stamm, ausZeilen(spalten, zeile)]),
    fieldIds: Object.fromEntries(namen.map((name, nummer) => [name, nummer])),
    fieldLength: Object.fromEntries(nummern.map((nummer) => [nummer, zahlen.map((reihe) => reihe[nummer])])),
    averageFieldLength: mittel,
    documentIds: Object.fromEntries(nummern.map((nummer) => [nummer, nummer])),
    documentCount: abschnitte,
    nextId: abschnitte,
    storedFields: {},
    serializationVersion: 2,
  };
}

function alsZeile(orte) {
  let vorher = 0;
  return Object.entries(orte)
    .map(([ort, haeufig]) => {
      const schritt = (ort - vorher).toString(BASIS);
      vorher = Number(ort);
      return haeufig > 1 ? `${schritt}.${haeufig.toString(BASIS)}` : schritt;
    })
    .join(" ");
}

function ausZeilen(spalten, zeile) {
  const felder = {};
  spalten.forEach((spalte, feld) => {
    if (spalte[zeile]) felder[feld] = ausZeile(spalte[zeile]);
  });
  return felder;
}

function ausZeile(zeile) {
  const orte = {};
  let ort = 0;
  for (const stueck of zeile.split(" ")) {
    const punkt = stueck.indexOf(".");
    ort += parseInt(stueck, BASIS); // liest nur bis zum Punkt
    orte[ort] = punkt < 0 ? 1 : parseInt(stueck.slice(punkt + 1), BASIS);
  }
  return orte;
}
