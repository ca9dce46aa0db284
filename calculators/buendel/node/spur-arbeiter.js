// Der Arbeiter der Seite, der zusätzlich sagt, welche WebAssembly-Funktionen liefen: nur zum Messen (messen.py).

let spur;
const echt = WebAssembly.instantiate;
WebAssembly.instantiate = async (...teile) => {
  const ergebnis = await echt.apply(WebAssembly, teile);
  spur ??= (ergebnis.instance ?? ergebnis).exports.$spur;
  return ergebnis;
};

addEventListener("message", ({ data }) => {
  if (data.art !== "spur") return;
  const warm = [];
  for (let i = 0; i < spur.length; i += 1) if (spur.get(i) === null) warm.push(i);
  postMessage({ art: "spur", warm });
});

await import("../../browser/worker.js");
