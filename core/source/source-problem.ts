/** What keeps a source from being as it is asked for: which field, what is wrong with it, and what would mend it. */
export interface SourceProblem {
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}
