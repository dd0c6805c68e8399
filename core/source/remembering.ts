/** What is longer is no label and no path that comes again. */
const longest = 120;

/** More than all the questions of a base's forms; beyond it, all is forgotten and learnt anew. */
const most = 2_000;

/** A pure question about a text, whose answer is remembered: a form asks the same questions thousands of times. */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.answer;
    const found = { answer: answer(text) };
    if (text.length > longest) return found.answer;
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found.answer;
  };
}
