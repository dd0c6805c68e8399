import { showClock } from "./clock.js";
import { closeMail, openMail } from "./mail.js";
import { ask, enter, show, toast } from "./session.js";
import { locale, say, translate } from "./texts.js";

const $ = (selector) => document.querySelector(selector);
const seenKey = "relance-seen";
const seen = new Set(JSON.parse(sessionStorage.getItem(seenKey) ?? "[]"));
let mails = [];
let shown = "";

/** Asks for what is new, again and again while the page is looked at. */
async function refresh() {
  const { status, data } = await ask("/local/state");
  $("#gate").hidden = status !== 401;
  $("#mailbox").hidden = status === 401;
  if (status === 0) toast(say("lost"), "wrong");
  if (status !== 200) return;
  mails = data.mails;
  showClock(data);
  list(data.now);
}

/** Draws the list, but only when it is another than the one that stands there. */
function list(now) {
  const wanted = $("#search").value.trim().toLowerCase();
  const found = mails.filter((mail) => `${mail.to} ${mail.subject}`.toLowerCase().includes(wanted));
  const state = JSON.stringify([found, location.hash, seen.size, now?.slice(0, 10)]);
  if (state === shown) return;
  shown = state;
  $("#mails").replaceChildren(...found.map((mail) => row(mail, now)));
  $("#none").hidden = found.length > 0;
  $("#none-form").hidden = mails.length > 0;
  $("#none-text").textContent = say(mails.length === 0 ? "noMails" : "noMatch");
}

function row(mail, now = "") {
  const link = document.createElement("a");
  link.href = `#${mail.id}`;
  link.className = seen.has(mail.id) ? "" : "new";
  if (location.hash === `#${mail.id}`) link.setAttribute("aria-current", "true");
  link.append(cell("to", mail.to), cell("when", when(mail.sentAt, now)), cell("subject", mail.subject));
  if (mail.fate !== "delivered") link.append(cell("fate", say(`fate-${mail.fate}`)));
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function cell(name, text) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}

/** The time for today's mails, the date for earlier ones. */
function when(sentAt, now) {
  const options = sentAt.slice(0, 10) === now.slice(0, 10) ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(locale, options).format(new Date(sentAt));
}

async function follow() {
  const id = location.hash.slice(1);
  $("#mailbox").classList.toggle("reading", id !== "");
  if (id === "") closeMail();
  else {
    seen.add(id);
    sessionStorage.setItem(seenKey, JSON.stringify([...seen]));
    await openMail(id);
  }
  await refresh();
}

translate();
document.title = say("title");
$("#search").addEventListener("input", () => list());
$("#gate").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await show($("#token").value.trim())) await follow();
  else toast(say("wrongToken"), "wrong");
});
addEventListener("hashchange", follow);
addEventListener("relance:changed", refresh);
await enter();
await follow();
setInterval(() => {
  if (!document.hidden) void refresh();
}, 2000);
