/** What the parts say, whatever page they stand on. */
export const en = {
  "common.more": "Show more",
  "common.close": "Close",
  "common.never": "never",
  "common.unknown": "unknown",
  "common.retry": "Try again",
  "common.failed": "This did not work",
  "common.remedy": "What would help: {remedy}",
  "common.field": "About: {field}",
  "common.loading": "Loading",
  "common.technical": "Why it failed",
} as const;
