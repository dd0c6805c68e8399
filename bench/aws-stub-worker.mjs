// SES and EventBridge reduced to their answers, in a thread of their own as they are elsewhere on AWS.
import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

let sent = 0;
let events = 0;

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const answer = (body) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/v2/email/account") {
      return answer({ SendQuota: { MaxSendRate: 100_000, Max24HourSend: 10_000_000, SentLast24Hours: 0 } });
    }
    if (request.url === "/v2/email/outbound-emails") {
      const MessageId = `stub-${++sent}`;
      return workerData.latencyMs === 0 ? answer({ MessageId }) : setTimeout(() => answer({ MessageId }), workerData.latencyMs);
    }
    const { Entries } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    events += Entries.length;
    return answer({ FailedEntryCount: 0, Entries: Entries.map((_, index) => ({ EventId: `stub-${index}` })) });
  });
});
server.listen(0, "127.0.0.1", () => parentPort.postMessage({ port: server.address().port }));
parentPort.on("message", (message) => {
  if (message === "counts") parentPort.postMessage({ sent, events });
  else process.exit(0);
});
