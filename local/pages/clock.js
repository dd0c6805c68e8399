import { ask, succeeded, toast } from "./session.js";
import { language, locale, say } from "./texts.js";

const $ = (selector) => document.querySelector(selector);
const buttons = [$("#next"), $("#day")];
let moving = false;

/** Shows what time it is for Relance, and what falls due next. */
export function showClock({ now, moved, next }) {
  $("#now").dateTime = now;
  $("#now").textContent = format(now);
  $("#moved").hidden = !moved;
  $("#due").textContent =
    next === null ? say("nothingDue") : `${say("next")}${language === "fr" ? "\u00a0" : ""}: ${format(next.at)} (${say(next.kind)})`;
  $("#next").disabled = moving || next === null;
  $("#day").disabled = moving;
}

function format(iso) {
  const options = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(locale, options).format(new Date(iso));
}

async function move(how) {
  moving = true;
  for (const button of buttons) button.disabled = true;
  toast(say("working"));
  const answer = await ask("/local/clock", how);
  moving = false;
  if (succeeded(answer)) {
    const stuck = answer.data.stuck?.length ?? 0;
    toast(stuck === 0 ? say("advanced", answer.data.performed) : say("stuck", stuck), stuck === 0 ? "" : "wrong");
  }
  dispatchEvent(new Event("relance:changed"));
}

$("#next").addEventListener("click", () => move({ to: "next" }));
$("#day").addEventListener("click", () => move({ advance: "P1D" }));
