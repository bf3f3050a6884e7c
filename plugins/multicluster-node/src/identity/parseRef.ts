import { parseEntityRef } from '@backstage/catalog-model';

/** An entity reference by its parts, the kind in lower case; undefined when it is none. @internal */
export function parseRef(ref: string) {
  try {
    const { kind, namespace, name } = parseEntityRef(ref);
    return { kind: kind.toLocaleLowerCase('en-US'), namespace, name };
  } catch {
    return undefined;
  }
}
