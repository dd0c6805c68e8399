import { ask, succeeded, toast } from "./session.js";
import { locale, say } from "./texts.js";

const $ = (selector) => document.querySelector(selector);
let mail;
let view = "html";

/** Shows one mail as its recipient sees it. */
export async function openMail(id) {
  const answer = await ask(`/local/mailbox/${id}`);
  if (!succeeded(answer)) return closeMail();
  mail = answer.data;
  $("#choose").hidden = true;
  $("#head").hidden = false;
  $("#body").hidden = false;
  $("#subject").textContent = mail.subject;
  $("#facts").replaceChildren(...fact("from", mail.from.replaceAll('"', "")), ...fact("to", mail.to), ...fact("sent", sentAt(mail.sentAt)));
  const open = document.querySelector("[data-act=open]");
  open.disabled = !mail.countsOpens;
  open.title = mail.countsOpens ? "" : say("noPixel");
  fold(false);
  links();
  await look(view);
}

export function closeMail() {
  mail = undefined;
  $("#choose").hidden = false;
  $("#head").hidden = true;
  $("#body").hidden = true;
}

function fact(key, value) {
  const name = document.createElement("dt");
  name.textContent = say(key);
  const text = document.createElement("dd");
  text.textContent = value;
  return [name, text];
}

function sentAt(iso) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(new Date(iso));
}

function links() {
  $("#links").hidden = mail.links.length === 0;
  document.querySelector("#links summary").textContent = `${say(mail.links.length === 1 ? "oneLink" : "links")} (${mail.links.length})`;
  document.querySelector("#links ul").replaceChildren(
    ...mail.links.map(({ url, text }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text === "" ? url : text;
      button.addEventListener("click", () => click(url));
      const where = document.createElement("span");
      where.className = "where";
      where.textContent = url;
      const item = document.createElement("li");
      item.append(button, where);
      return item;
    }),
  );
}

/** A click is told first, then the link opens as it would for the recipient. Names kept for examples (RFC 2606) lead nowhere. */
async function click(url) {
  if (!(await act({ type: "click", url }, ""))) return;
  const nowhere = /\.(example|test|invalid)$|(^|\.)example\.(com|net|org)$/i.test(new URL(url).hostname);
  toast(say(nowhere ? "clickedExample" : "clicked"));
  if (!nowhere) open(url, "_blank", "noopener");
}

async function act(body, done) {
  const answer = await ask(`/local/mailbox/${mail.id}/events`, body);
  dispatchEvent(new Event("relance:changed"));
  if (!succeeded(answer)) return false;
  if (answer.data.ignored !== undefined) toast(say(`ignored-${answer.data.ignored}`));
  else if (done !== "") toast(say(done));
  return true;
}

async function look(wanted) {
  view = wanted;
  for (const tab of document.querySelectorAll("[role=tab]")) tab.setAttribute("aria-selected", String(tab.dataset.view === view));
  $("#body").setAttribute("aria-labelledby", `tab-${view}`);
  if (view === "html") return $("#body").replaceChildren(frame());
  const text = document.createElement("pre");
  text.textContent = view === "text" ? mail.text : await (await fetch(`/local/mailbox/${mail.id}.eml`)).text();
  $("#body").replaceChildren(text);
}

/** The mail in a frame without scripts. Its links are caught here, for a click must be told before it leads anywhere. */
function frame() {
  const element = document.createElement("iframe");
  element.sandbox = "allow-same-origin";
  element.title = mail.subject;
  element.addEventListener("load", () => {
    const inside = element.contentDocument;
    if (inside === null) return;
    element.style.height = `${inside.documentElement.scrollHeight}px`;
    inside.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      event.preventDefault();
      if (link !== null && link !== undefined) void click(link.href);
    });
  });
  element.src = `/local/mailbox/${mail.id}.html`;
  return element;
}

function fold(open) {
  $("#reply").hidden = !open;
  $("#answer").setAttribute("aria-expanded", String(open));
  if (!open) return;
  if ($("#reply-text").value === "") $("#reply-text").value = say("replySample");
  $("#reply-text").focus();
}

const acts = {
  open: () => act({ type: "open" }, "opened"),
  bounce: () => act({ type: "bounce" }, "bounced"),
  complaint: () => act({ type: "complaint" }, "complained"),
  outOfOffice: () => act({ type: "reply", text: say("outOfOfficeText"), automatic: true }, "replied"),
};
for (const button of document.querySelectorAll("[data-act]")) button.addEventListener("click", () => acts[button.dataset.act]());
for (const tab of document.querySelectorAll("[role=tab]")) tab.addEventListener("click", () => look(tab.dataset.view));
$("#answer").addEventListener("click", () => fold($("#reply").hidden));
$("#reply").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await act({ type: "reply", text: $("#reply-text").value }, "replied")) fold(false);
});
