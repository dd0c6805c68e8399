import type { SourceKind } from "../kind.ts";
import { hubspot } from "./hubspot.ts";
import { linkedin } from "./linkedin.ts";
import { metaLeadAds } from "./meta-lead-ads.ts";
import { squarespace } from "./squarespace.ts";
import { surveymonkey } from "./surveymonkey.ts";

/** The kinds whose deliveries may carry ids alone: whoever works on an arrival later reads what these answer, and needs no other. */
export const fetchingKinds: readonly SourceKind[] = [hubspot, linkedin, metaLeadAds, squarespace, surveymonkey];
