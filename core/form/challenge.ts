import type { ChallengeProvider } from "./protection.ts";

/** How one provider's check against machines is drawn, and where its answer is verified. */
export interface Challenge {
  readonly name: string;
  /** The class its script looks for, with the site key beside it. */
  readonly className: string;
  /** The field in which its script leaves its answer. */
  readonly field: string;
  readonly script: string;
  readonly verify: string;
  /** Origins its script, frame, style and questions come from, and nothing else. */
  readonly origins: readonly string[];
}

/** developers.cloudflare.com/turnstile and docs.hcaptcha.com, as of 2026-11. */
export const challenges: Readonly<Record<ChallengeProvider, Challenge>> = {
  turnstile: {
    name: "Cloudflare Turnstile",
    className: "cf-turnstile",
    field: "cf-turnstile-response",
    script: "https://challenges.cloudflare.com/turnstile/v0/api.js",
    verify: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
    origins: ["https://challenges.cloudflare.com"],
  },
  hcaptcha: {
    name: "hCaptcha",
    className: "h-captcha",
    field: "h-captcha-response",
    script: "https://js.hcaptcha.com/1/api.js",
    verify: "https://api.hcaptcha.com/siteverify",
    origins: ["https://hcaptcha.com", "https://*.hcaptcha.com"],
  },
};

/** Both leave their answer in a field of their own, and hCaptcha in a second for those who come from reCAPTCHA. */
export const challengeFields: readonly string[] = [...Object.values(challenges).map(({ field }) => field), "g-recaptcha-response"];

/**
 * What a provider's verdict means. That our own secret is wrong, or that the provider cannot answer, says nothing of whoever
 * filled the form in: they must not pay for it.
 */
export function readVerdict(json: unknown): "passed" | "failed" | "down" {
  if (typeof json !== "object" || json === null || !("success" in json)) return "down";
  if (json.success === true) return "passed";
  const codes = "error-codes" in json && Array.isArray(json["error-codes"]) ? json["error-codes"].map(String) : [];
  return codes.some((code) => /secret|internal-error|bad-request|sitekey|remoteip|dummy/.test(code)) ? "down" : "failed";
}
