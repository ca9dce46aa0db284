// Steht in jeder Rechnerseite selbst (calculators/buendel/einsetzen.py): ruft den Arbeiter, noch bevor das Skript der
// Seite da ist. Die Verbindung übernimmt ihn samt dem, was er bis dahin gesagt hat (verbindung.js). Läuft er gar nicht
// an, ist er vergessen: Dann ruft sie selbst einen und sieht, woran es liegt. Kein Modul: Die liefen erst später.

{
  const ganz = (adresse) => new URL(adresse, document.baseURI).href;
  const { arbeiter, dateien } = JSON.parse(document.getElementById("rechner-dateien").textContent).schnell;
  const adressen = Object.fromEntries(Object.entries(dateien).map(([name, adresse]) => [name, ganz(adresse)]));

  if (globalThis.WebAssembly && globalThis.Worker) {
    const voraus = new Worker(ganz(arbeiter), { type: "module", name: JSON.stringify(adressen) });
    voraus.gesagt = [];
    voraus.onmessage = ({ data }) => voraus.gesagt.push(data);
    voraus.onerror = () => delete globalThis.arbeiterVoraus;
    globalThis.arbeiterVoraus = voraus;
  }
}
