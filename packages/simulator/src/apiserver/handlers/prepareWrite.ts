import { ApiServerContext } from '../ApiServerContext';
import { Writer, trackUpdate } from '../fields/trackUpdate';
import { checkWriteOptions } from './checkWriteOptions';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';
import { apiVersionOf } from '../represent/apiVersionOf';
import { validated } from '../schema/validated';
import { writeRules } from '../store/writeRules';

/** Under which name a request writes: `fieldManager`, or the first word of its user agent. */
export function writerOf(
  { store }: ApiServerContext,
  exchange: Exchange,
  { type, subresource }: Target,
): Writer {
  const agent = String(exchange.headers['user-agent'] ?? '').split('/')[0];
  return {
    manager: exchange.query.get('fieldManager') || agent || 'unknown',
    apiVersion: apiVersionOf(type),
    time: writeRules.timestamp(store.now()),
    ...(subresource && { subresource }),
  };
}

/**
 * What stands between a decoded object and the store: schema, then field ownership, then admission. In this order, so
 * that defaults belong to the writer and what webhooks add belongs to nobody, as seen on a real server.
 */
export function prepareWrite(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
  write: { object: KubeObject; oldObject?: KubeObject; applied?: boolean },
): KubeObject {
  const { type, subresource } = target;
  checkWriteOptions(exchange);
  const valid = validated(type, write.object, exchange);
  const object = subresource === 'status' ? valid : context.defaults(valid);
  const managedFields = write.applied
    ? object.metadata.managedFields
    : trackUpdate(
        type,
        write.oldObject,
        object,
        writerOf(context, exchange, target),
      );
  return context.admission.admit(
    {
      operation: write.oldObject ? 'UPDATE' : 'CREATE',
      type,
      object: { ...object, metadata: { ...object.metadata, managedFields } },
      ...(write.oldObject && { oldObject: write.oldObject }),
      user: exchange.user,
      subresource,
    },
    text => exchange.warn(text),
  );
}
