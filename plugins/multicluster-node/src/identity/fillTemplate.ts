import { parseRef } from './parseRef';

/** A name from a template; undefined without a value for one of its placeholders. @internal */
export function fillTemplate(
  template: string,
  ref: string,
  email: string | undefined,
): string | undefined {
  const entity = parseRef(ref);
  if (!entity || (template.includes('{email}') && !email)) {
    return undefined;
  }
  const values: Record<string, string> = {
    name: entity.name,
    namespace: entity.namespace,
    ref,
    email: email ?? '',
  };
  // A function, so that a `$&` in a value stays what it is.
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}
