/** Names by which one environment differs from another in its manifests, although nothing would be promoted by them. */
export interface OwnNames {
  environment: string;
  namespace: string;
}

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/**
 * A manifest without the names of where it is, so that `env: test` and `env: production` are no difference, nor are the
 * addresses of neighbours in its namespace. The name of the environment goes only where it is a whole value: `shop:test` may
 * be another image than `shop:production`.
 */
export function neutralText(
  text: string,
  { environment, namespace }: OwnNames,
): string {
  return text
    .split('\n')
    .map(line =>
      inAddresses(
        wholeValue(
          wholeValue(line, environment, 'environment'),
          namespace,
          'namespace',
        ),
        namespace,
      ),
    )
    .join('\n');
}

/**
 * What stands behind a colon, or as an item of a list. Never a name of the object or of a container. Looked at from its end:
 * an expression for the whole of a line tries each blank in it as its indentation, and a line of a ConfigMap can be long.
 */
function wholeValue(line: string, name: string, as: string): string {
  const written = [`"${name}"`, name].find(value => line.endsWith(value));
  if (name === '' || written === undefined) {
    return line;
  }
  const before = line.slice(0, -written.length);
  return /^\s*(?:- )*(?:[^\s:]+: )?$/.test(before) && !/\bname: $/.test(before)
    ? `${before}<${as}>`
    : line;
}

/** `db.shop-test.svc`, and `db.shop-test` before a port or a path. */
function inAddresses(line: string, namespace: string): string {
  return namespace === ''
    ? line
    : line.replace(
        new RegExp(
          `\\.${namespace.replace(SPECIAL, '\\$&')}(?=\\.svc\\b|[:/])`,
          'g',
        ),
        '.<namespace>',
      );
}
