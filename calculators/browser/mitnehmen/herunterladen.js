// Herunterladen: ein Text als Datei auf das Gerät, ohne Umweg über einen Server.

export function ladeHerunter({ name, text, typ }) {
  const verweis = document.createElement("a");
  verweis.href = URL.createObjectURL(new Blob([text], { type: `${typ};charset=utf-8` }));
  verweis.download = name;
  document.body.append(verweis);
  verweis.click();
  verweis.remove();
  setTimeout(() => URL.revokeObjectURL(verweis.href), 60_000);
}
