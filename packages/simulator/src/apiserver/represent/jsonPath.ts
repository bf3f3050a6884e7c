const STEP = /\[\?\(@\.\w+=="[^"]*"\)\]|\[\*\]|[^.[\]]+/g;

/**
 * The JSONPaths that CRDs use for printed columns: `.a.b`, `.a[?(@.type=="X")].b` and `.a[*].b` (the values joined by
 * spaces). Undefined when nothing is there.
 */
export function jsonPath(object: unknown, path: string): unknown {
  return walk(object, path.match(STEP) ?? []);
}

function walk(value: unknown, [step, ...rest]: string[]): unknown {
  if (!step || value === undefined || value === null) {
    return value ?? undefined;
  }
  if (step === '[*]') {
    const found = Array.isArray(value)
      ? value.map(item => walk(item, rest)).filter(item => item !== undefined)
      : [];
    return found.length ? found.join(' ') : undefined;
  }
  const filter = /^\[\?\(@\.(\w+)=="([^"]*)"\)\]$/.exec(step);
  if (filter) {
    return Array.isArray(value)
      ? walk(
          value.find(item => item?.[filter[1]] === filter[2]),
          rest,
        )
      : undefined;
  }
  return walk((value as Record<string, unknown>)[step], rest);
}
