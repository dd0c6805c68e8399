import type { FlowStep, SequenceFlow } from "#contract/sequence-flow.ts";
import type { Published } from "#core/definition/definition.ts";
import type { Email } from "#core/email/email.ts";
import { readingOrder } from "#core/sequence/reading-order.ts";
import type { Exit, Sequence, Step } from "#core/sequence/sequence.ts";
import { plainSubjects, type SubjectScope } from "./plain-subjects.ts";

/** A published sequence as the API shows it, but for its steps' counts. */
export function flowView(published: Published, emails: readonly Published[], scope: SubjectScope): SequenceFlow {
  const sequence = (published as Published<Sequence>).artefact;
  const subjects = new Map(emails.map((email) => [email.name, plainSubjects(email as Published<Email>, scope)]));
  return {
    name: published.name,
    version: published.version,
    title: sequence.name,
    trigger: {
      on: sequence.trigger.on,
      source: "source" in sequence.trigger ? (sequence.trigger.source ?? null) : null,
      to: "to" in sequence.trigger ? sequence.trigger.to : null,
    },
    audience: sequence.audience,
    reentry: { kind: sequence.reentry.kind, milliseconds: sequence.reentry.kind === "after" ? sequence.reentry.milliseconds : null },
    exits: sequence.exits.map(exitView),
    first: sequence.first,
    steps: readingOrder(sequence).flatMap((id) => {
      const step = sequence.steps[id];
      return step === undefined ? [] : [stepView(id, step, subjects)];
    }),
  };
}

function exitView(exit: Exit): SequenceFlow["exits"][number] {
  switch (exit.on) {
    case "bought":
    case "replied":
    case "unsubscribed":
      return { on: exit.on, stages: [], when: null, ending: null };
    case "stage-left":
      return { on: exit.on, stages: [...exit.stages], when: null, ending: null };
    case "condition":
      return { on: exit.on, stages: [], when: exit.when, ending: exit.ending };
  }
}

function stepView(id: string, step: Step, subjects: ReadonlyMap<string, Readonly<Record<string, string>>>): FlowStep {
  const base = { id, counts: null };
  switch (step.kind) {
    case "send": {
      const subject = subjects.get(step.email) ?? {};
      return { ...base, kind: "send", email: step.email, subject, anyHour: step.window === "any", next: step.next ?? null };
    }
    case "wait":
      return { ...base, kind: "wait", milliseconds: step.milliseconds, calendarDays: step.calendarDays ?? null, next: step.next ?? null };
    case "branch":
      return { ...base, kind: "branch", label: step.label, when: step.when, yes: step.yes ?? null, no: step.no ?? null };
    case "set": {
      const attributes = Object.entries(step.attributes).map(([name, value]) => ({ name, value }));
      return { ...base, kind: "set", attributes, stage: step.stage ?? null, next: step.next ?? null };
    }
    case "notify":
      return { ...base, kind: "notify", to: step.to, text: step.text, next: step.next ?? null };
    case "exit":
      return { ...base, kind: "exit", because: step.because };
  }
}
