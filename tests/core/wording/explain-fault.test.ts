import { describe, expect, it } from "vitest";
import { explainFault, isThrown } from "#core/wording/explain-fault.ts";
import { explainReason } from "#core/wording/explain-reason.ts";
import { outsideFailures } from "#core/wording/outside-failures.ts";
import { because } from "#core/reason/sentences.ts";
import { PermanentFault, TransientFault, describeFault } from "#functions/runtime/faults.ts";
import { saidIn } from "./said-sentences.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const french = (stored: string): string => plain(explainFault(stored).fr);

describe("what a failure says to whoever reads of it", () => {
  it("is a sentence of ours in its French, with the code to look it up by", () => {
    const busy = describeFault(new TransientFault("person-busy", "The person per_1 was changed by others 12 times in a row."));

    expect(explainFault(busy)).toEqual({
      en: "The person per_1 was changed by others 12 times in a row. (person-busy)",
      fr: "La personne per_1 a été modifiée par d’autres 12 fois de suite pendant ce travail. (person-busy)",
    });
  });

  it("goes on in French where a sentence of ours quotes another", () => {
    const refused = describeFault(
      new PermanentFault("address-impossible", "A purchase names an impossible e-mail address: The e-mail address has no @."),
    );

    expect(french(refused)).toBe("Un achat porte une adresse e-mail impossible : L’adresse e-mail n’a pas de @. (address-impossible)");
    expect(french("vendor-later: api.hubapi.com answered 429.")).toBe("api.hubapi.com a répondu 429. (vendor-later)");
  });

  it("has French for every fault that the functions throw", () => {
    const thrown = saidIn(["functions/work", "functions/publish", "functions/adapters"]).filter(
      ({ file }) => !/take-(bus-)?events?\.ts$/.test(file),
    );
    const faults = thrown.map(({ sentence }) => sentence.replaceAll("{}", "x"));

    expect(faults.filter((sentence) => french(`some-code: ${sentence}`).includes("Texte technique"))).toEqual([]);
    expect(faults.length).toBeGreaterThan(40);
  });

  it.each([
    [
      "ProvisionedThroughputExceededException: The level of configured provisioned throughput for the table was exceeded.",
      "La base de données a demandé de ralentir.",
    ],
    ["ThrottlingException: Rate exceeded", "AWS a demandé de ralentir."],
    ["TimeoutError: The operation was aborted due to timeout", "La réponse a trop tardé."],
    ["Error: connect ECONNREFUSED 127.0.0.1:8000", "Un service était injoignable, ou la liaison s’est coupée."],
    ["Error: getaddrinfo ENOTFOUND dynamodb.eu-west-3.amazonaws.com", "Un service était injoignable, ou la liaison s’est coupée."],
    ["TypeError: fetch failed", "Un service était injoignable, ou la liaison s’est coupée."],
    ["socket hang up", "Un service était injoignable, ou la liaison s’est coupée."],
    ["AggregateError: ", "Un service était injoignable, ou la liaison s’est coupée."],
    ["InternalServerError: Internal server error", "AWS était en panne un moment."],
  ])("is plain where it passes by itself: %s", (stored, sentence) => {
    expect(french(stored)).toMatch(new RegExp(`^${sentence}.* ce qui s’est arrêté peut être réessayé\\. \\(.+\\)$`));
    expect(explainFault(stored).en).toMatch(/passes by itself: what has stopped can be tried again\. \(.+\)$/);
  });

  it.each([
    [
      "AccessDeniedException: User: arn:aws:sts::1:role/x is not authorized to perform: dynamodb:PutItem",
      "Il manque à Relance un droit dans AWS pour le faire.",
    ],
    [
      "MessageRejected: Email address is not verified. The following identities failed: a@b.example",
      "SES n’a pas encore vérifié l’adresse",
    ],
    ["MessageRejected: Transaction failed", "SES n’accepte pas cet e-mail tel qu’il est."],
    ["ValidationException: Item size has exceeded the maximum allowed size", "Une fiche est devenue trop grande pour la base de données."],
    ["ValidationException: Invalid UpdateExpression", "AWS ne comprend pas ce que Relance lui a demandé."],
  ])("keeps the technical text for whoever has to mend it: %s", (stored, sentence) => {
    expect(french(stored)).toContain(sentence);
    expect(french(stored).endsWith(` Texte technique, pour la personne qui exploite Relance : ${stored}`)).toBe(true);
  });

  it("says of what nobody foresaw whom to show it to, and shows it as it is", () => {
    expect(explainFault("TypeError: x is not a function")).toEqual({
      en: "An unexpected failure. Technical text, for whoever runs Relance: TypeError: x is not a function",
      fr: "Échec inattendu. Texte technique, pour la personne qui exploite Relance\u00a0: TypeError: x is not a function",
    });
    expect(french("")).toContain("Échec inattendu.");
  });

  it("does not take the name of a failure in somebody’s own words for that failure", () => {
    expect(french("LiquidError: SlowDown is no filter")).toContain("Échec inattendu.");
  });

  it("names each failure once, in both languages, with French spaces", () => {
    const names = outsideFailures.filter(({ says }) => says === undefined).flatMap((failure) => failure.names);

    expect(new Set(names).size).toBe(names.length);
    expect(outsideFailures.filter(({ texts }) => / [;:!?]|\p{L}'/u.test(texts.fr))).toEqual([]);
  });

  it("is told within a reason, of items that were stored before, too", () => {
    const reason = because("retrying", { problem: "ThrottlingException: Rate exceeded" });

    expect(plain(explainReason(reason).fr)).toBe(
      "Échec, nouvel essai prévu : AWS a demandé de ralentir. Cela passe tout seul : ce qui s’est arrêté peut être réessayé. (ThrottlingException)",
    );
    expect(explainReason(because("submission-pending")).fr).toBe("La soumission attend d’être traitée.");
    expect(explainReason({ code: "of-another-version", data: { tries: 2 } })).toEqual({
      en: "of-another-version",
      fr: "of-another-version",
    });
  });

  it("is told apart from a sentence for people", () => {
    expect(isThrown("person-busy: The person per_1 was changed meanwhile.")).toBe(true);
    expect(isThrown("AccessDeniedException: no")).toBe(true);
    expect(isThrown("The same event had come before.")).toBe(false);
  });
});
