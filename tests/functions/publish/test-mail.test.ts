import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callerOfMember } from "#core/access/member.ts";
import { newMember } from "#core/access/team.ts";
import { hashAddress } from "#core/address/hash-address.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { type PublishDesk, publishDesk } from "./publish-desk.ts";

const path = "/api/definitions/email/demo-1-bienvenue/test";
const camille = { email: "camille@atelier-lumen.example", name: "Camille", role: "owner" } as const;

describe("a test mail", () => {
  let desk: PublishDesk;
  beforeEach(async () => {
    desk = await publishDesk(tuesday);
    await desk.workshop.stores.members.add(newMember(camille, "a test", tuesday));
  });
  afterEach(() => desk.close());
  const send = (body: Record<string, unknown> = {}) => desk.ask("POST", path, { language: "fr", to: camille.email, ...body });

  it("goes to somebody of the team, marked as a test, without a tag of anybody's mail or a way out that works", async () => {
    const { status, body } = await send();

    expect(status).toBe(200);
    expect(body).toMatchObject({ to: camille.email, mailId: "ses-0" });
    const [mail] = desk.workshop.mails;
    expect(mail).toMatchObject({
      to: camille.email,
      replyTo: "commercial@atelier-lumen.example",
      tags: { "relance-test": "demo-1-bienvenue" },
    });
    expect(mail?.subject).toMatch(/^\[Test\] /);
    expect(mail?.tags).not.toHaveProperty("relance-message");
    expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
    expect(mail?.html).toContain("preview.invalid");
    expect(desk.errors).toEqual([]);
  });

  it("is in the log, by who sent it", async () => {
    await send();

    const { items } = await desk.workshop.stores.audit.page({ limit: 5, only: { kind: "test-mail" } });
    expect(items).toMatchObject([{ action: "test-mail.sent", subject: { id: "demo-1-bienvenue" }, to: { to: camille.email } }]);
  });

  it("shows the text as it is edited, filled in for a real person, whom it leaves untouched", async () => {
    const zoe = aProspect({ attributes: { firstName: { value: "Zoé", at: tuesday, from: "form:demo" } } });
    await desk.workshop.stores.people.create(zoe);
    const welcome = (await desk.workshop.stores.definitions.current("email")).find(({ name }) => name === "demo-1-bienvenue");
    const text = welcome?.source["emails/demo-1-bienvenue.fr.mjml"]?.replace(
      /^subject:.*$/m,
      `subject: "Pour {{ person.firstName | default: 'vous' }}"`,
    );

    const { status, body } = await send({ personId: zoe.id, text });

    expect(body["problems"]).toBeUndefined();
    expect(status).toBe(200);
    expect(desk.workshop.mails[0]?.subject).toBe("[Test] Pour Zoé");
    expect((await desk.workshop.stores.people.dossier(zoe.id))?.person.rev).toBe(zoe.rev);
    expect((await desk.workshop.stores.timeline.page(zoe.id, { limit: 5 })).items).toEqual([]);
  });

  it.each(["stranger@example.com", "not an address", "camille@atelier-lumen.example, x@example.com"])("never goes to %s", async (to) => {
    const { status, body } = await send({ to });

    expect(status).toBe(400);
    expect(body).toMatchObject({ field: "to" });
    expect(desk.workshop.mails).toEqual([]);
  });

  it("needs to be told where, of a program: it has no address", async () => {
    const token = await desk.keyWith("definitions:publish");

    expect((await desk.ask("POST", path, { language: "fr" }, { authorization: `Bearer ${token}` })).status).toBe(400);
  });

  it("is not for who may only read", async () => {
    const token = await desk.keyWith("definitions:read");

    expect((await desk.ask("POST", path, { language: "fr", to: camille.email }, { authorization: `Bearer ${token}` })).status).toBe(403);
    expect(callerOfMember({ id: "mem_x", ...camille, role: "sales" }).permissions).not.toContain("definitions:publish");
  });

  it("does not go where an address is suppressed, member or not", async () => {
    await desk.workshop.stores.addresses.suppress(hashAddress(camille.email), { reason: "complained", at: tuesday, from: "x" });

    expect(await send()).toMatchObject({ status: 409, body: { field: "to" } });
    expect(desk.workshop.mails).toEqual([]);
  });

  it("stops after twenty an hour, and goes on in the next", async () => {
    const answers = [];
    for (let index = 0; index < 21; index++) answers.push((await send()).status);
    desk.workshop.now += 3_600_000;

    expect(answers.filter((status) => status === 200)).toHaveLength(20);
    expect(answers.at(-1)).toBe(429);
    expect((await send()).status).toBe(200);
  });

  it("says what SES said where it did not take it, and what is wrong where it cannot be made", async () => {
    desk.workshop.answers.push({ kind: "refused", problem: "MessageRejected: Email address is not verified." }, { kind: "quota" });

    expect(await send()).toMatchObject({ status: 422, body: { code: "not-sent", detail: expect.stringContaining("not verified") } });
    expect(await send()).toMatchObject({ status: 503, body: { code: "not-sent" } });
    expect(await send({ text: "---\nsubject: x\n---\n<mjml>{{ nobody.knows }}</mjml>" })).toMatchObject({
      status: 422,
      body: { code: "files-invalid" },
    });
    expect((await desk.workshop.stores.audit.page({ limit: 1, only: { kind: "test-mail" } })).items).toEqual([]);
  });
});
