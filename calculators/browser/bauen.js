// Bauen: Elemente aus Text; nie aus HTML.

export function element(name, klasse = "", text = "") {
  const knoten = document.createElement(name);
  if (klasse) knoten.className = klasse;
  if (text) knoten.textContent = text;
  return knoten;
}

// Ein Verweis auf eine Seite des Ratgebers, von der Wurzel der Website aus.
export function verweis(seite, text) {
  const knoten = element("a", "", text);
  knoten.href = new URL(seite, wurzel());
  return knoten;
}

function wurzel() {
  const { base } = JSON.parse(document.getElementById("__config").textContent);
  return new URL(`${base}/`, document.baseURI);
}
