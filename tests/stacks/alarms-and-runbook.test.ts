import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { functions } from "#functions/list.ts";
import { runbook } from "#stacks/runbook.ts";
import { relanceTemplate, resourcesOf } from "./synthesise.ts";

const template = relanceTemplate({ alarmEmail: "ops@example.com" });
const alarms = resourcesOf(template, "AWS::CloudWatch::Alarm").map(({ properties }) => properties);

describe("the alarms", () => {
  it.each(functions)("one says whom it hurts when $name fails, and where to read on", ({ name, errorImpact }) => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === `relance-${name}-errors`);

    expect(alarm?.["AlarmDescription"]).toContain(errorImpact);
    expect(alarm?.["AlarmDescription"]).toContain("docs/runbook.md");
    expect(alarm).toMatchObject({ Namespace: "AWS/Lambda", MetricName: "Errors", Threshold: 1 });
  });

  it("watch the dead letters and throttling", () => {
    expect(alarms.map(({ MetricName }) => MetricName)).toEqual(expect.arrayContaining(["ApproximateNumberOfMessagesVisible", "Throttles"]));
  });

  it("all tell the topic, which CloudWatch of this account may publish to", () => {
    const [topic] = resourcesOf(template, "AWS::SNS::Topic");

    for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([{ Ref: topic?.id }]);
    expect(JSON.stringify(template.findResources("AWS::SNS::TopicPolicy"))).toContain('"Service":"cloudwatch.amazonaws.com"');
  });

  it("reach the person named in the deployment, if one is", () => {
    template.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "ops@example.com" });
    relanceTemplate().resourceCountIs("AWS::SNS::Subscription", 0);
  });
});

describe("the runbook", () => {
  it("is what the list of functions makes it (npm run runbook)", () => {
    expect(readFileSync("docs/runbook.md", "utf8")).toBe(runbook());
  });

  it.each(functions)("has a section for $name", ({ name, errorImpact }) => {
    expect(runbook()).toContain(`\n## ${name}\n\nHurt when it fails: ${errorImpact}.`);
  });
});
