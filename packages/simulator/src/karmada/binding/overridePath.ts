import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Overriders } from '../model/Policy';

type PathOverrider = NonNullable<Overriders['plaintext']>[number];

/** One JSON-patch-like change of a manifest; a path that does not exist changes nothing. */
export function overridePath(
  manifest: KubeObject,
  { path, operator, value }: PathOverrider,
): void {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop();
  let target: unknown = manifest;
  for (const step of steps) {
    target = (target as Record<string, unknown> | undefined)?.[step];
  }
  if (typeof target !== 'object' || target === null || last === undefined) {
    return;
  }
  if (Array.isArray(target) && operator === 'add') {
    target.splice(last === '-' ? target.length : Number(last), 0, value);
  } else if (operator === 'remove') {
    if (Array.isArray(target)) {
      target.splice(Number(last), 1);
    } else {
      delete (target as Record<string, unknown>)[last];
    }
  } else {
    (target as Record<string, unknown>)[last] = value;
  }
}
