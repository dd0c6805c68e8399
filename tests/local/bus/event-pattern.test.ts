import { describe, expect, it } from "vitest";
import { matchesPattern } from "#local/bus/event-pattern.ts";

const event = {
  source: "aws.ses",
  "detail-type": "Email Bounced",
  resources: ["arn:aws:ses:eu-west-3:123456789012:configuration-set/relance"],
  detail: {
    state: "Running",
    size: 512,
    ip: "10.0.0.42",
    empty: null,
    flag: true,
    file: "mails/2026/a*b.eml",
    tags: ["red", "green"],
    recipients: [{ name: "Ann", city: "Lyon" }, { name: "Bob" }],
  },
};

const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, boolean])[] = [
  ["an exact value", { source: ["aws.ses"] }, true],
  ["another value", { source: ["aws.s3"] }, false],
  ["one of several values", { source: ["aws.s3", "aws.ses"] }, true],
  ["all fields", { source: ["aws.ses"], "detail-type": ["Email Sent"] }, false],
  ["a nested field", { detail: { state: ["Running"] } }, true],
  ["a number, by its value", { detail: { size: [512] } }, true],
  ["a number written as text", { detail: { size: ["512"] } }, false],
  ["a truth value", { detail: { flag: [true] } }, true],
  ["null", { detail: { empty: [null] } }, true],
  ["a prefix", { source: [{ prefix: "aws." }] }, true],
  ["a prefix in another case", { source: [{ prefix: "AWS." }] }, false],
  ["a prefix whatever its case", { source: [{ prefix: { "equals-ignore-case": "AWS." } }] }, true],
  ["a suffix", { detail: { file: [{ suffix: ".eml" }] } }, true],
  ["a suffix whatever its case", { detail: { file: [{ suffix: { "equals-ignore-case": ".EML" } }] } }, true],
  ["anything but that value", { source: [{ "anything-but": ["relance"] }] }, true],
  ["anything but its value", { source: [{ "anything-but": "aws.ses" }] }, false],
  ["anything but its number", { detail: { size: [{ "anything-but": [1, 512] }] } }, false],
  ["anything but a prefix", { source: [{ "anything-but": { prefix: "aws." } }] }, false],
  ["anything but several prefixes", { source: [{ "anything-but": { prefix: ["gcp.", "azure."] } }] }, true],
  ["anything but a suffix", { source: [{ "anything-but": { suffix: ".ses" } }] }, false],
  ["anything but a wildcard", { source: [{ "anything-but": { wildcard: "aws.*" } }] }, false],
  ["anything but, ignoring case", { source: [{ "anything-but": { "equals-ignore-case": ["AWS.SES"] } }] }, false],
  ["anything but, of a missing field", { detail: { nothing: [{ "anything-but": "x" }] } }, false],
  ["anything but, of an array that holds it", { detail: { tags: [{ "anything-but": "red" }] } }, false],
  ["a number in a range", { detail: { size: [{ numeric: [">", 0, "<=", 512] }] } }, true],
  ["a number out of a range", { detail: { size: [{ numeric: [">", 0, "<", 512] }] } }, false],
  ["an equal number", { detail: { size: [{ numeric: ["=", 512] }] } }, true],
  ["a field that exists", { detail: { state: [{ exists: true }] } }, true],
  ["a field that is null and so exists", { detail: { empty: [{ exists: true }] } }, true],
  ["a field that does not exist", { detail: { nothing: [{ exists: false }] } }, true],
  ["exists of a field that is missing", { detail: { nothing: [{ exists: true }] } }, false],
  ["exists of a field that is no leaf", { detail: [{ exists: true }] }, false],
  ["a value whatever its case", { detail: { state: [{ "equals-ignore-case": "RUNNING" }] } }, true],
  ["a wildcard", { detail: { file: [{ wildcard: "mails/*/*.eml" }] } }, true],
  ["an escaped star", { detail: { file: [{ wildcard: "*a\\*b.eml" }] } }, true],
  ["a wildcard that does not fit", { detail: { file: [{ wildcard: "*.txt" }] } }, false],
  ["a dot that is no wildcard", { source: [{ wildcard: "aws?ses" }] }, false],
  ["an address in a network", { detail: { ip: [{ cidr: "10.0.0.0/24" }] } }, true],
  ["an address outside a network", { detail: { ip: [{ cidr: "10.0.1.0/24" }] } }, false],
  ["a network asked of what is no address", { detail: { state: [{ cidr: "10.0.0.0/24" }] } }, false],
  ["any value of an array", { detail: { tags: ["green"] } }, true],
  ["none of an array's values", { detail: { tags: ["blue"] } }, false],
  ["a field of any object in an array", { detail: { recipients: { name: ["Bob"] } } }, true],
  ["one of two alternatives", { $or: [{ source: ["no"] }, { detail: { size: [{ numeric: [">", 500] }] } }] }, true],
  ["none of two alternatives", { $or: [{ source: ["no"] }, { detail: { size: [1] } }] }, false],
  ["alternatives beside a field that does not fit", { source: ["no"], $or: [{ detail: { size: [512] } }] }, false],
  ["alternatives within a nested field", { detail: { $or: [{ size: [1] }, { flag: [true] }] } }, true],
];

describe("an event pattern", () => {
  it.each(cases)("%s", (_title, pattern, matches) => {
    expect(matchesPattern(pattern, event)).toBe(matches);
  });

  it("refuses an operator EventBridge does not have", () => {
    expect(() => matchesPattern({ source: [{ like: "aws" }] }, event)).toThrow('no pattern operator "like"');
  });
});
