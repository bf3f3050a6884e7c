let names = 0;

/** A name that no other case uses, also not against the same system at another time. @internal */
export function uniqueName(): string {
  names += 1;
  const time = Date.now().toString(36);
  return `conformance-${time}-${names}`;
}
