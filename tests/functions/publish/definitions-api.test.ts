import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { previewSchema } from "#contract/definitions.ts";
import { hashAddress } from "#core/address/hash-address.ts";
import { newId } from "#core/id/id.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { shippedFiles } from "#tests/core/definition/shipped-files.ts";
import { type PublishDesk, publishDesk } from "./publish-desk.ts";

const now = 1_795_420_800_000;
const mail = "/api/definitions/email/demo-5-au-revoir";
const mailFile = "emails/demo-5-au-revoir.fr.mjml";
const mailFiles = (change: (text: string) => string = (text) => text): Record<string, string> => ({
  [mailFile]: change(shippedFiles()[mailFile] ?? ""),
  "emails/demo-5-au-revoir.en.mjml": shippedFiles()["emails/demo-5-au-revoir.en.mjml"] ?? "",
});
const sooner = (text: string): string => text.replace("Bien à vous", "À bientôt");

let desk: PublishDesk;
beforeEach(async () => {
  desk = await publishDesk(now);
});
afterEach(async () => {
  expect(desk.errors).toEqual([]);
  await desk.close();
});

describe("reading definitions", () => {
  it("lists what is in force, with its title, its files and what uses it", async () => {
    const { status, body } = await desk.ask("GET", "/api/definitions");

    expect(status).toBe(200);
    expect(body["items"]).toHaveLength(13);
    expect(body["next"]).toBeNull();
    expect(body["items"]).toContainEqual({
      kind: "email",
      name: "demo-5-au-revoir",
      version: 1,
      publishedAt: "2026-11-23T08:00:00.000Z",
      note: null,
      by: null,
      title: { fr: expect.stringMatching(/^Je vous laisse tranquille/), en: expect.any(String) },
      files: Object.keys(mailFiles()).sort(),
      languages: ["en", "fr"],
      purpose: "marketing",
      usedBy: [{ kind: "sequence", name: "demo" }],
    });
    expect(body["items"]).toContainEqual(
      expect.objectContaining({ kind: "form", name: "demo", usedBy: [{ kind: "sequence", name: "demo" }] }),
    );
  });

  it("lists one kind alone, and refuses one that does not exist", async () => {
    expect((await desk.ask("GET", "/api/definitions?kind=sequence")).body["items"]).toMatchObject([
      { kind: "sequence", name: "demo", title: { fr: "Demande d’étude d’éclairage" }, usedBy: [] },
    ]);
    expect(await desk.ask("GET", "/api/definitions?kind=poem")).toMatchObject({ status: 400, body: { field: "kind" } });
  });

  it("answers the text in force, with the version as its entity tag", async () => {
    const answer = await desk.ask("GET", mail);

    expect(answer).toMatchObject({ status: 200, body: { version: 1, files: mailFiles() } });
    expect(answer.headers.get("etag")).toBe('"1"');
    expect((await desk.ask("GET", mail, undefined, { "if-none-match": '"1"' })).status).toBe(304);
  });

  it.each(["/api/definitions/email/nope", "/api/definitions/email/nope/versions", `${mail}/versions/9`])(
    "says what is not there: %s",
    async (path) => {
      expect(await desk.ask("GET", path)).toMatchObject({ status: 404, body: { code: "not-found", remedy: expect.any(String) } });
    },
  );

  it.each(["/api/definitions/email/..%2f..%2fsecret", "/api/definitions/email/__proto__", "/api/definitions/poem/demo"])(
    "refuses what is no name: %s",
    async (path) => {
      expect((await desk.ask("GET", path)).status).toBe(400);
    },
  );
});

describe("checking", () => {
  it("finds nothing wrong with what is in order, says what it would change, and changes nothing", async () => {
    const { body } = await desk.ask("POST", "/api/definitions/check", { files: mailFiles(sooner) });

    expect(body).toEqual({ problems: [], changes: [{ kind: "email", name: "demo-5-au-revoir" }] });
    expect((await desk.ask("GET", mail)).body["version"]).toBe(1);
  });

  it("tells everything that is wrong, at its line and column, also what it would break elsewhere", async () => {
    const person = (shippedFiles()["person.yaml"] ?? "").replace("firstName:", "givenName:");
    const { body } = await desk.ask("POST", "/api/definitions/check", {
      files: { "person.yaml": person, [mailFile]: (shippedFiles()[mailFile] ?? "").replace("</mj-button>", "") },
    });

    expect(body["problems"]).toContainEqual(expect.objectContaining({ file: mailFile, line: 47, column: expect.any(Number) }));
    expect(body["problems"]).toContainEqual(
      expect.objectContaining({ file: "forms/demo.yaml", field: "fields[1].attribute", problem: "a person has no attribute firstName" }),
    );
  });

  it("sees what a file that is taken out leaves behind", async () => {
    const { body } = await desk.ask("POST", "/api/definitions/check", { files: { "emails/demo-4-budget.fr.mjml": null } });

    expect(body["problems"]).toMatchObject([
      { file: "emails/demo-4-budget.fr.mjml", problem: "the e-mail demo-4-budget is not written in fr" },
    ]);
  });
});

describe("publishing one definition", () => {
  it("makes a new version with its note and its author, writes it in the log, and is seen at once", async () => {
    await desk.workshop.definitions.email("demo-5-au-revoir");
    const answer = await desk.ask("POST", mail, { files: mailFiles(sooner), note: "Plus court" }, { "if-match": '"1"' });

    expect(answer).toMatchObject({ status: 200, body: { kind: "email", name: "demo-5-au-revoir", version: 2, changed: true, also: [] } });
    expect((await desk.workshop.definitions.email("demo-5-au-revoir"))?.version).toBe(2);
    expect((await desk.ask("GET", `${mail}/versions`)).body).toMatchObject({
      items: [
        { version: 2, note: "Plus court", by: { kind: "member", name: "Console" }, inForce: true },
        { version: 1, note: null, by: null, inForce: false },
      ],
      next: null,
    });
    expect((await desk.ask("GET", `${mail}/versions/1`)).body).toMatchObject({ files: mailFiles() });
    expect((await desk.workshop.stores.audit.page({ limit: 9 })).items).toMatchObject([
      {
        by: { kind: "member" },
        action: "definition.published",
        subject: { kind: "email", id: "demo-5-au-revoir" },
        from: { version: 1 },
        to: { version: 2 },
        reason: "Plus court",
      },
    ]);
  });

  it("tells the second of two who changed the same version, and publishes nothing of theirs", async () => {
    const [one, other] = await Promise.all([
      desk.ask("POST", mail, { files: mailFiles(sooner) }, { "if-match": '"1"' }),
      desk.ask("POST", mail, { files: mailFiles((text) => text.replace("Bien à vous", "Au plaisir")) }, { "if-match": '"1"' }),
    ]);

    expect([one.status, other.status]).toEqual(expect.arrayContaining([200, 412]));
    const refused = one.status === 412 ? one : other;
    expect(refused.body).toMatchObject({
      code: "version-changed",
      detail: "Version 2 was published meanwhile by Console.",
      remedy: expect.stringContaining("Read it again"),
    });
    expect((await desk.ask("GET", `${mail}/versions`)).body["items"]).toHaveLength(2);
  });

  it("with problems publishes nothing and tells them all", async () => {
    const answer = await desk.ask("POST", mail, { files: mailFiles((text) => text.replace("{{ unsubscribe_url }}", "https://a.example")) });

    expect(answer).toMatchObject({
      status: 422,
      body: { code: "files-invalid", problems: [{ file: mailFile, field: "unsubscribe_url" }, { field: "text" }] },
    });
    expect((await desk.ask("GET", mail)).body["version"]).toBe(1);
  });

  it("of the same text changes nothing and logs nothing", async () => {
    expect((await desk.ask("POST", mail, { files: mailFiles() })).body).toMatchObject({ version: 1, changed: false });
    expect((await desk.workshop.stores.audit.page({ limit: 9 })).items).toEqual([]);
  });

  it("refuses a file of another definition, and another name within", async () => {
    const stranger = await desk.ask("POST", mail, { files: { ...mailFiles(), "scoring.yaml": "" } });
    const sequence = (shippedFiles()["sequences/demo.yaml"] ?? "").replace("sequence: demo", "sequence: other");
    const renamed = await desk.ask("POST", "/api/definitions/sequence/demo", { files: { "sequences/demo.yaml": sequence } });

    expect(stranger).toMatchObject({
      status: 422,
      body: { problems: [{ file: "scoring.yaml", problem: "this file is no part of email demo-5-au-revoir" }] },
    });
    expect(renamed).toMatchObject({ status: 422, body: { problems: [{ line: 1, problem: "this is not called demo any more" }] } });
  });

  it("also publishes what becomes different with it: a sequence takes its hours from the settings", async () => {
    const settings = (shippedFiles()["settings.yaml"] ?? "").replace('"09:00"', '"08:00"');
    const answer = await desk.ask("POST", "/api/definitions/settings/default", { files: { "settings.yaml": settings }, note: "Plus tôt" });

    expect(answer.body).toMatchObject({ version: 2, also: [{ kind: "sequence", name: "demo", version: 2, changed: true }] });
  });

  it.each([["definitions:read"], ["people:change"]] as const)("is not for a key with %s alone", async (scope) => {
    const authorization = `Bearer ${await desk.keyWith(scope)}`;

    for (const path of [mail, `${mail}/restore`, `${mail}/retire`, "/api/publish"])
      expect((await desk.ask("POST", path, { files: {}, version: 1 }, { authorization })).status).toBe(403);
  });
});

describe("restoring and retiring", () => {
  it("publishes an earlier text again, as a new version", async () => {
    await desk.ask("POST", mail, { files: mailFiles(sooner) });
    const restored = await desk.ask("POST", `${mail}/restore`, { version: 1 }, { "if-match": '"2"' });

    expect(restored.body).toMatchObject({ version: 3, changed: true });
    expect((await desk.ask("GET", mail)).body).toMatchObject({ version: 3, note: "Version 1 restored", files: mailFiles() });
    expect(await desk.ask("POST", `${mail}/restore`, { version: 9 })).toMatchObject({ status: 404, body: { field: "version" } });
  });

  it("retires nothing that something published refers to, and says what", async () => {
    const email = await desk.ask("POST", `${mail}/retire`, {});
    const form = await desk.ask("POST", "/api/definitions/form/demo/retire", {});
    const settings = await desk.ask("POST", "/api/definitions/settings/default/retire", {});

    expect(email).toMatchObject({
      status: 422,
      body: { problems: [{ file: "sequences/demo.yaml", problem: "there is no e-mail demo-5-au-revoir" }] },
    });
    expect(form).toMatchObject({ status: 422, body: { problems: [{ file: "sequences/demo.yaml", problem: "there is no form demo" }] } });
    expect(settings.status).toBe(422);
  });

  it("retires a sequence, then the mails it alone sent, and brings each back with its history", async () => {
    expect((await desk.ask("POST", "/api/definitions/sequence/demo/retire", { note: "Fini" })).status).toBe(204);
    desk.workshop.now += 1_000;
    expect((await desk.ask("POST", `${mail}/retire`, {}, { "if-match": '"1"' })).status).toBe(204);

    expect((await desk.ask("GET", mail)).status).toBe(404);
    expect((await desk.ask("GET", "/api/definitions?kind=sequence")).body["items"]).toEqual([]);
    expect((await desk.ask("GET", `${mail}/versions`)).body["items"]).toMatchObject([{ version: 1, inForce: false }]);
    expect((await desk.workshop.definitions.email("demo-5-au-revoir"))?.version, "runs on an older sequence still send it").toBe(1);
    expect((await desk.workshop.stores.audit.page({ limit: 9 })).items.map(({ action, reason }) => [action, reason])).toEqual([
      ["definition.retired", undefined],
      ["definition.retired", "Fini"],
    ]);

    expect((await desk.ask("POST", `${mail}/restore`, { version: 1 }, { "if-match": '"0"' })).body).toMatchObject({
      version: 2,
      changed: true,
    });
    expect((await desk.ask("POST", `${mail}/retire`, {}, { "if-match": '"1"' })).status).toBe(412);
    expect((await desk.ask("POST", "/api/definitions/email/nope/retire", {})).status).toBe(404);
  });
});

describe("something new", () => {
  it.each(["sequence", "email", "form"])("begins with a text that can be published as it is: %s", async (kind) => {
    const path = `/api/definitions/${kind}/welcome-back`;
    const { body } = await desk.ask("GET", `${path}/starter`);

    expect((await desk.ask("POST", "/api/definitions/check", { files: body["files"] })).body).toEqual({
      problems: [],
      changes: [{ kind, name: "welcome-back" }],
    });
    const published = await desk.ask("POST", path, { files: body["files"], note: "New" }, { "if-match": '"0"' });
    expect(published.body).toMatchObject({ version: 1, changed: true });
    expect((await desk.ask("POST", path, { files: body["files"] }, { "if-match": '"0"' })).status).toBe(412);
  });

  it("is no second file of a kind that has one", async () => {
    expect(await desk.ask("GET", "/api/definitions/settings/other/starter")).toMatchObject({ status: 400, body: { field: "kind" } });
    expect(await desk.ask("POST", "/api/definitions/settings/other", { files: { "settings.yaml": "" } })).toMatchObject({ status: 422 });
  });
});

describe("a preview", () => {
  const hostile = `<img src=x onerror="alert(1)"> & Zoé`;
  const person = {
    ...blankPerson(newId("person", now, new Uint8Array(10)), "zoe@example.com", hashAddress("zoe@example.com"), now),
    rev: 1,
    attributes: { firstName: { value: hostile, at: now, from: "sub_1" } },
  };

  it("shows the mail as one real person would get it, what they typed escaped, and sends nothing", async () => {
    await desk.workshop.stores.people.create(person);
    const { body } = await desk.ask("POST", `${mail}/preview`, { language: "fr", personId: person.id });

    expect(body).toMatchObject({
      person: { id: person.id, name: hostile, email: "zoe@example.com" },
      mail: {
        subject: expect.stringMatching(/^Je vous laisse tranquille/),
        preheader: "Un mot suffit, et le silence aussi.",
        text: expect.stringContaining(`Bonjour ${hostile}`),
      },
      problems: [],
    });
    const { html } = previewSchema.parse(body).mail ?? { html: "" };
    expect(html).toContain("&lt;img src=x onerror=&#34;alert(1)&#34;&gt; &amp; Zoé");
    expect(html).not.toContain("<img src=x");
    expect(html).toContain("https://preview.invalid/unsubscribe");
    expect(html).not.toContain("/u/");
    expect(desk.workshop.mails).toEqual([]);
  });

  it("shows what is being written, for an example where nobody is chosen", async () => {
    const text = (shippedFiles()[mailFile] ?? "").replace("C’est mon dernier e-mail", "C’est mon TOUT dernier e-mail");
    const { body } = await desk.ask("POST", `${mail}/preview`, { language: "fr", text });

    expect(body).toMatchObject({ person: { id: null, name: "Camille Durand" }, mail: { html: expect.stringContaining("TOUT dernier") } });
    expect((await desk.ask("GET", mail)).body["version"]).toBe(1);
  });

  it("says what is wrong, at line and column, where there is no mail to show", async () => {
    const text = (shippedFiles()[mailFile] ?? "").replace("{{ person.firstName }}", "{{ person.firstNam }}");
    const { body } = await desk.ask("POST", `${mail}/preview`, { language: "fr", text });

    expect(body).toMatchObject({ mail: null, problems: [{ file: mailFile, line: 41, field: "person.firstNam" }] });
  });

  it("has limits on what a text may ask for", async () => {
    const loop = (shippedFiles()[mailFile] ?? "").replace("Bien à vous", "{% for a in (1..999999999) %}x{% endfor %}");

    expect((await desk.ask("POST", `${mail}/preview`, { language: "fr", text: loop })).body).toMatchObject({ mail: null });
  });

  it("is of what exists, and of people for those alone who may read them", async () => {
    const authorization = `Bearer ${await desk.keyWith("definitions:read")}`;

    expect((await desk.ask("POST", `${mail}/preview`, { language: "de" })).status).toBe(404);
    expect(await desk.ask("POST", `${mail}/preview`, { language: "fr", personId: "per_nobody" })).toMatchObject({
      status: 404,
      body: { field: "personId" },
    });
    expect(await desk.ask("POST", `${mail}/preview`, { language: "fr", personId: person.id }, { authorization })).toMatchObject({
      status: 403,
      body: { field: "personId" },
    });
    expect((await desk.ask("POST", `${mail}/preview`, { language: "fr" }, { authorization })).status).toBe(200);
  });
});

describe("a sequence's flow", () => {
  it("has its steps in reading order, each with what it says and where it leads", async () => {
    const { body } = await desk.ask("GET", "/api/definitions/sequence/demo/flow");

    expect(body).toMatchObject({
      version: 1,
      first: "bienvenue",
      trigger: { on: "submission.received", source: "form:demo" },
      audience: "!bought",
    });
    const steps = body["steps"] as readonly { readonly id: string }[];
    expect(steps.map(({ id }) => id)).toEqual([
      "bienvenue",
      "un-jour",
      "facture",
      "quatre-jours",
      "a-clique",
      "prevenir",
      "atelier",
      "cinq-jours",
      "budget",
      "une-semaine",
      "au-revoir",
    ]);
    expect(steps).toContainEqual(expect.objectContaining({ kind: "branch", when: "run.clicked", yes: "prevenir", no: "atelier" }));
    expect(steps).toContainEqual(
      expect.objectContaining({
        kind: "send",
        email: "demo-5-au-revoir",
        subject: expect.objectContaining({ fr: expect.stringMatching(/^Je vous laisse tranquille/) }),
        next: null,
      }),
    );
    expect((await desk.ask("GET", "/api/definitions/sequence/nope/flow")).status).toBe(404);
  });
});
