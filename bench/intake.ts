import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { intake as intakeFunction } from "#functions/intake.ts";
import { type Benchmark, median, percentile } from "./bench.ts";
import { openBenchBase } from "./bench-base.ts";

const submissions = 1_500;
const abreast = 32;
const runs = 3;

/** New people through the form, 32 at a time: stored, recognised, scored, enrolled and sent their first mail before each answer. */
export const intake: Benchmark = {
  name: "intake",
  run: async () => {
    const rates: number[] = [];
    const tails: number[] = [];
    for (let run = 0; run < runs; run++) {
      const base = await openBenchBase();
      const handle = intakeFunction.create(base.environment, base.runtime);
      const times: number[] = [];
      let next = 0;
      const worker = async (): Promise<void> => {
        while (next < submissions) {
          const begun = performance.now();
          const answer = await handle(submission(next++));
          times.push(performance.now() - begun);
          if (answer.statusCode !== 303) throw new Error(`a submission was answered ${answer.statusCode}`);
        }
      };
      const begun = performance.now();
      await Promise.all(Array.from({ length: abreast }, worker));
      rates.push((submissions / (performance.now() - begun)) * 1000);
      tails.push(percentile(times, 99));
      const { sent } = await base.aws.counts();
      if (sent !== submissions) throw new Error(`${sent} first mails left instead of ${submissions}`);
      await base.close();
    }
    return [
      { name: "submissions a second, wholly processed, 32-way", value: median(rates), unit: "/s", target: { atLeast: 146 } },
      { name: "their 99th percentile", value: median(tails), unit: "ms" },
    ];
  },
};

function submission(index: number): APIGatewayProxyEventV2 {
  const fields = {
    email: `new-${index}@example.com`,
    firstName: "Zoé",
    company: "Dupont",
    need: "workshop",
    budget: "5k-20k",
    role: "decides",
    timing: "now",
    consent: "on",
  };
  return {
    version: "2.0",
    routeKey: "POST /forms/{form}",
    rawPath: "/forms/demo",
    rawQueryString: "",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
    pathParameters: { form: "demo" },
    requestContext: {
      accountId: "000000000000",
      apiId: "bench",
      domainName: "bench",
      domainPrefix: "bench",
      http: { method: "POST", path: "/forms/demo", protocol: "HTTP/1.1", sourceIp: "192.0.2.7", userAgent: "bench" },
      requestId: String(index),
      routeKey: "POST /forms/{form}",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    body: new URLSearchParams(fields).toString(),
    isBase64Encoded: false,
  };
}
