/** A declared route, taken apart. */
interface Route<T> {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly target: T;
}

export interface Matched<T> {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly target: T;
}

/**
 * The routes of an HTTP API, matched as the service does: the most specific path first (what stands there literally before
 * `{name}` before `{proxy+}`), then its own method before `ANY`.
 */
export function createRouteTable<T>(routes: readonly { readonly key: string; readonly target: T }[]) {
  const table: readonly Route<T>[] = routes
    .map(({ key, target }) => {
      const [method = "", path = ""] = key.split(" ");
      return { key, method, segments: segmentsOf(path), target };
    })
    .sort(bySpecificity);
  return {
    match: (method: string, path: string): Matched<T> | undefined => {
      const segments = segmentsOf(path);
      for (const route of table) {
        if (route.method !== "ANY" && route.method !== method) continue;
        const pathParameters = parametersOf(route.segments, segments);
        if (pathParameters !== undefined) return { routeKey: route.key, pathParameters, target: route.target };
      }
      return undefined;
    },
  };
}

function segmentsOf(path: string): readonly string[] {
  const parts = path.split("/").slice(1);
  return parts.at(-1) === "" ? parts.slice(0, -1) : parts;
}

function parametersOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const greedy = /^\{(\w+)\+\}$/.exec(part)?.[1];
    if (greedy !== undefined) {
      if (index >= segments.length) return undefined;
      parameters[greedy] = segments.slice(index).join("/");
      return parameters;
    }
    const segment = segments[index];
    if (segment === undefined) return undefined;
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) parameters[name] = segment;
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? parameters : undefined;
}

function bySpecificity(one: Route<unknown>, other: Route<unknown>): number {
  const length = Math.max(one.segments.length, other.segments.length);
  for (let index = 0; index < length; index++) {
    const difference = weight(one.segments[index]) - weight(other.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(one.method === "ANY") - Number(other.method === "ANY");
}

function weight(segment: string | undefined): number {
  if (segment === undefined) return 3;
  if (segment.endsWith("+}")) return 2;
  return segment.startsWith("{") ? 1 : 0;
}
