import { enter } from "./session.js";
import { translate } from "./texts.js";

// The console asks for the token itself: whoever came here with it takes it along.
const token = new URLSearchParams(location.hash.slice(1)).get("token");
if (token !== null) document.querySelector("#console").href = `/#token=${encodeURIComponent(token)}`;
translate();
await enter();
