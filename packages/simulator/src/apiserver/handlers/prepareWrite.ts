import { ApiServerContext } from '../ApiServerContext';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';

/** What stands between a decoded object and the store: admission. */
export function prepareWrite(
  { admission }: ApiServerContext,
  exchange: Exchange,
  target: Target,
  write: {
    operation: 'CREATE' | 'UPDATE' | 'DELETE';
    object: KubeObject;
    oldObject?: KubeObject;
  },
): KubeObject {
  return admission.admit(
    {
      ...write,
      type: target.type,
      user: exchange.user,
      subresource: target.subresource,
    },
    text => exchange.warn(text),
  );
}
