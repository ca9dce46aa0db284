// Ob jemand abgewählt hat, dass diese Website auf dem Gerät gespeichert wird; gemerkt bis zum nächsten „Alles speichern“.

const MERKER = "nichts-speichern";

export const DIENST = new URL("../../sw.js", import.meta.url);

export function istAbgewaehlt() {
  try {
    return localStorage.getItem(MERKER) !== null;
  } catch {
    return false; // Speicher gesperrt: Dann speichert der Browser ohnehin nichts
  }
}

export function waehle(speichern) {
  try {
    if (speichern) localStorage.removeItem(MERKER);
    else localStorage.setItem(MERKER, "ja");
  } catch {
    // ohne Speicher gibt es auch nichts zu merken
  }
}

/** Meldet den Dienst an, der die Website für die Zeit ohne Netz aufhebt. */
export function meldeDienstAn() {
  return navigator.serviceWorker.register(DIENST, { updateViaCache: "none" });
}

/** Fragt einen Dienst und wartet auf seine Antwort. */
export function frage(dienst, nachricht) {
  const kanal = new MessageChannel();
  const antwort = new Promise((loese) => {
    kanal.port1.onmessage = ({ data }) => loese(data);
  });
  dienst.postMessage(nachricht, [kanal.port2]);
  return antwort;
}
