import { readdirSync, readFileSync, statSync } from "node:fs";
import ts from "typescript";

/** A sentence as the code makes it, with `{}` for what changes, and the file it stands in. */
export interface Said {
  readonly file: string;
  readonly sentence: string;
}

/** Names that hold what people are told: of properties, of variables, and of functions that answer it. */
const holders =
  /^(problem|remedy|detail|reason|message|error|title|count|problemText|remedyFor\w*|remedyOf|reasonOf|overtakenBy|\w+Problem)$/;

/** Functions to which it is handed. */
const takers =
  /^(complain|unreadable|refused?|CsvProblem|PatternProblem|tested|impossible|PermanentFault|TransientFault|(Range)?Error|answerFilesInvalid|limitBody|problem|regex|refine|min)$/;

/** Everything that these files and folders say of what is wrong, found by where it stands in the code. */
export function saidIn(paths: readonly string[]): readonly Said[] {
  return paths.flatMap(filesIn).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const found = new Set<string>();
    const constants = constantsOf(source);
    const visit = (node: ts.Node): void => {
      for (const text of saidBy(node).flatMap((each) => textsOf(each, constants))) if (/[\p{L}>] \S/u.test(text)) found.add(text);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return [...found].map((sentence) => ({ file, sentence }));
  });
}

/** What stands at the top of a file under a name. */
function constantsOf(source: ts.SourceFile): Constants {
  const declared = source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => declarationList.declarations);
  return new Map(declared.flatMap(({ name, initializer }) => (initializer === undefined ? [] : [[name.getText(), initializer]])));
}

type Constants = ReadonlyMap<string, ts.Expression>;

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${path}/${name}`);
}

/** The expressions at a place of the code whose text people are told. */
function saidBy(node: ts.Node): readonly ts.Expression[] {
  if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.initializer !== undefined)
    return holders.test(node.name.getText()) || isTable(node.initializer) || isInTable(node) ? [node.initializer] : [];
  if (ts.isReturnStatement(node) && node.expression !== undefined) return holders.test(functionAround(node)) ? [node.expression] : [];
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && takers.test(nameOf(node.expression))) {
    // `problem("…")` with one text describes an answer of the API to programs.
    const texts = node.arguments ?? [];
    return nameOf(node.expression) === "problem" && texts.length === 1 ? [] : texts;
  }
  return [];
}

/** A pair of a problem and its remedy, as tables of refusals have them. */
function isTable(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 2 && node.elements.every((each) => textsOf(each).length > 0);
}

/** A code and its sentence, in a table of them. */
function isInTable(node: ts.Node): boolean {
  const { parent } = node.parent;
  return ts.isVariableDeclaration(parent) && parent.name.getText() === "sentences";
}

function nameOf(node: ts.Expression): string {
  return node.getText().split(".").at(-1)?.replace("#", "") ?? "";
}

function functionAround(node: ts.Node): string {
  const parent = ts.findAncestor(node, (each) => ts.isFunctionDeclaration(each));
  return parent?.name?.text ?? "";
}

function textsOf(node: ts.Expression, constants: Constants = new Map()): readonly string[] {
  const inside = (one: ts.Expression): readonly string[] => textsOf(one, constants);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join("")];
  if (ts.isConditionalExpression(node)) return [...inside(node.whenTrue), ...inside(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return inside(node.right);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return inside(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(inside);
  const constant = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
  return constant === undefined || !ts.isStringLiteralLike(constant) ? [] : inside(constant);
}
