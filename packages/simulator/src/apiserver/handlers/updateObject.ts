import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';
import { decodeObject } from './decodeObject';
import { prepareWrite } from './prepareWrite';

/** `PUT …/{resource}/{name}`, also of its status. */
export async function updateObject(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const sent = await decodeObject(exchange, target);
  const live = context.store.get(target.type, target.namespace, target.name);
  if (!live) {
    throw failures.notFound(target.type, target.name);
  }
  if (target.type.served === 'custom' && !sent.metadata.resourceVersion) {
    throw failures.invalidObject(
      target.type,
      target.name,
      'metadata.resourceVersion',
      'Invalid value: 0: must be specified for an update',
    );
  }
  await replaceObject(context, exchange, target, { sent, live });
}

interface Replacement {
  sent: KubeObject;
  live: KubeObject;
  /** Field ownership is settled already. */
  applied?: boolean;
}

/** Stores the next state of an object and answers with it. Shared by PUT and PATCH. */
export async function replaceObject(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
  { sent, live, applied }: Replacement,
): Promise<void> {
  const object = prepareWrite(context, exchange, target, {
    object: sent,
    oldObject: live,
    applied,
  });
  const stored = context.store.update(target.type, object, {
    status: target.subresource === 'status',
    dryRun: exchange.query.get('dryRun') === 'All',
  });
  await exchange.json(200, stored);
}
