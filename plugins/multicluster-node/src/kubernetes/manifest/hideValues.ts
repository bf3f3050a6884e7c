import { createHmac, randomBytes } from 'node:crypto';
import { redact } from '../transport/redact';
import { isRecord } from './isRecord';

/** Of this process alone: without it, a short password could be found by trying. Both sides are read by one process. */
const KEY = randomBytes(32);

/** Fields whose text is a secret, whatever it looks like; `secretName` and the like are names of one. */
const SECRET_FIELD =
  /(password|passwd|passphrase|secret|token|credentials?|api[-_]?key|private[-_]?key|access[-_]?key)$/i;
/** Arguments after which one follows. */
const SECRET_ARGUMENT = new RegExp(`^-.*${SECRET_FIELD.source}`, 'i');

/**
 * A manifest without values that could be secret.
 *
 * @remarks
 * Of a Secret the names of its keys are left. Of a ConfigMap and of variables that a container is given by value, each value
 * is a fingerprint: whether two are equal can be seen, what they are cannot. The same holds for any text that is long or
 * looks like a credential. Names, images, labels, numbers and what else a manifest has stay as they are.
 *
 * @internal
 */
export function hideValues(
  manifest: Record<string, unknown>,
): Record<string, unknown> {
  const { kind } = manifest;
  return Object.fromEntries(
    Object.entries(manifest).map(([key, value]) => {
      const isData = /^(data|stringData|binaryData)$/.test(key);
      if (isData && kind === 'Secret') {
        return [key, mapValues(value, () => '(not shown)')];
      }
      return isData && kind === 'ConfigMap'
        ? [key, mapValues(value, fingerprint)]
        : [key, hide(value)];
    }),
  );
}

function hide(value: unknown, field = ''): unknown {
  if (typeof value === 'string') {
    return SECRET_FIELD.test(field) || !isPlain(value)
      ? fingerprint(value)
      : value;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      isSecretArgument(value[index - 1]) && typeof item === 'string'
        ? fingerprint(item)
        : hide(item, field),
    );
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'env' && Array.isArray(item)
        ? item.map(hideVariable)
        : hide(item, key),
    ]),
  );
}

function hideVariable(variable: unknown): unknown {
  return isRecord(variable) && variable.value !== undefined
    ? { ...variable, value: fingerprint(variable.value) }
    : hide(variable);
}

function isSecretArgument(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    !value.includes('=') &&
    SECRET_ARGUMENT.test(value)
  );
}

/** Short text of one line in which nothing looks like a credential. */
function isPlain(value: string): boolean {
  return redact(value) === value.trim();
}

function fingerprint(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  const hash = createHmac('sha256', KEY).update(text).digest('hex');
  return `(value ${hash.slice(0, 8)})`;
}

function mapValues(value: unknown, say: (item: unknown) => string): unknown {
  return isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, say(item)]),
      )
    : say(value);
}
