import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Target } from '../http/Target';

/** Nothing is created in a namespace that is not there. */
export function checkNamespace(
  { store }: ApiServerContext,
  target: Target,
): void {
  const type = store.type('v1', 'Namespace');
  if (
    target.type.namespaced &&
    type &&
    !store.get(type, '', target.namespace)
  ) {
    throw failures.notFound(type, target.namespace);
  }
}
