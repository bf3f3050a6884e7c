import { ApiServerContext } from '../ApiServerContext';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';
import { checkNamespace } from './checkNamespace';
import { decodeObject } from './decodeObject';
import { prepareWrite } from './prepareWrite';

/** `POST …/{resource}`. */
export async function createObject(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const sent = await decodeObject(exchange, target);
  checkNamespace(context, target);
  const object = prepareWrite(context, exchange, target, {
    object: withoutServerFields(sent, target),
  });
  const stored = context.store.create(target.type, object, {
    dryRun: exchange.query.get('dryRun') === 'All',
  });
  await exchange.json(201, stored);
}

/** A client decides neither who an object is nor what its status says. */
function withoutServerFields(object: KubeObject, { type }: Target): KubeObject {
  const {
    uid,
    resourceVersion,
    creationTimestamp,
    generation,
    deletionTimestamp,
    managedFields,
    ...metadata
  } = object.metadata;
  const { status, ...rest } = object;
  return {
    ...(type.subresources.includes('status') ? rest : object),
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata,
  };
}
