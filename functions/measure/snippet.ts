/**
 * What a company puts on its own pages, by `<script src="…/m.js" defer></script>`. It knows only people who were given a token to
 * be measured by, in the fragment of an address (`#rl=…`, which no server sees) or by `relance.identify(token)`; it tells
 * the path of a page and nothing else, sets no cookie, and is silent where the browser says Global Privacy Control.
 */
export const snippet = `(() => {
  const kept = "relance.measure";
  const here = new URL(document.currentScript.src).origin;
  const token = () => { try { return localStorage.getItem(kept); } catch { return null; } };
  const keep = (value) => { try { value ? localStorage.setItem(kept, value) : localStorage.removeItem(kept); } catch {} };
  let last;
  const tell = () => {
    const who = token();
    const page = location.origin + location.pathname;
    if (!who || page === last || navigator.globalPrivacyControl || navigator.doNotTrack === "1") return;
    last = page;
    navigator.sendBeacon(here + "/m", JSON.stringify({ token: who, url: page }));
  };
  const found = /[#&]rl=([\\w-]{20,80})/.exec(location.hash);
  if (found) {
    keep(found[1]);
    history.replaceState(history.state, "", location.pathname + location.search + location.hash.replace(found[0], ""));
  }
  for (const name of ["pushState", "replaceState"]) {
    const own = history[name];
    history[name] = function () { own.apply(this, arguments); tell(); };
  }
  addEventListener("popstate", tell);
  window.relance = { identify: (value) => { keep(value); tell(); }, forget: () => keep("") };
  tell();
})();
`;
