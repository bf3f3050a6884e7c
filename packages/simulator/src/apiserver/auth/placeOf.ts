import { Target } from '../http/Target';

/** The namespace a request is authorized in: a namespace itself counts as being in itself. */
export function placeOf({ type, namespace, name }: Target): string {
  return type.group === '' && type.resource === 'namespaces' ? name : namespace;
}
