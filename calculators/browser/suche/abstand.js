// Tippfehler zählen: ein Buchstabe zu viel, zu wenig, falsch oder mit dem nächsten vertauscht.

export function abstand(links, rechts) {
  let [davor, vorige] = [[], Array.from({ length: rechts.length + 1 }, (_, spalte) => spalte)];
  for (let zeile = 1; zeile <= links.length; zeile++) {
    const jetzt = [zeile];
    for (let spalte = 1; spalte <= rechts.length; spalte++) {
      const gleich = links[zeile - 1] === rechts[spalte - 1];
      jetzt[spalte] = Math.min(vorige[spalte] + 1, jetzt[spalte - 1] + 1, vorige[spalte - 1] + (gleich ? 0 : 1));
      const vertauscht = spalte > 1 && zeile > 1 && links[zeile - 1] === rechts[spalte - 2] && links[zeile - 2] === rechts[spalte - 1];
      if (vertauscht) jetzt[spalte] = Math.min(jetzt[spalte], davor[spalte - 2] + 1);
    }
    [davor, vorige] = [vorige, jetzt];
  }
  return vorige[rechts.length];
}
