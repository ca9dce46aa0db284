// Anfragen: zählt vor aller Augen, was diese Seite von anderen Servern holt. Es soll null sein.

export function zaehleAnfragen(platz) {
  let anzahl = 0;
  const zeige = () => {
    const wort = anzahl === 1 ? "Anfrage" : "Anfragen";
    platz.textContent = `${anzahl} ${wort} nach außen seit dem Laden dieser Seite.`;
  };
  zeige();
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("resource")) {
    platz.textContent = "";
    return;
  }
  new PerformanceObserver((liste) => {
    anzahl += liste.getEntries().filter(({ name }) => istFremd(name)).length;
    zeige();
  }).observe({ type: "resource", buffered: true });
}

function istFremd(adresse) {
  const { origin, protocol } = new URL(adresse, location.href);
  return ["http:", "https:"].includes(protocol) && origin !== location.origin;
}
