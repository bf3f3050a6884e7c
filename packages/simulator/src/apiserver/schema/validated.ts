import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { KubeObject, ResourceType } from '../ObjectStore';
import { StatusError } from '../StatusError';
import { fieldsOf } from './fieldsOf';
import { pruneUnknown } from './pruneUnknown';
import { withDefaults } from './withDefaults';

/**
 * An object as its schema leaves it: defaults filled in, unknown fields refused under `fieldValidation=Strict` and
 * otherwise gone, with a warning unless it is `Ignore`.
 */
export function validated(
  type: ResourceType,
  object: KubeObject,
  exchange: Exchange,
): KubeObject {
  const mode = exchange.query.get('fieldValidation') || 'Warn';
  const fields = fieldsOf(type);
  if (!fields) {
    return object;
  }
  const { object: pruned, unknown } = pruneUnknown(object, fields);
  const words = unknown.map(field => `unknown field "${field}"`);
  if (words.length && mode === 'Strict') {
    throw strictly(type, object, words.join(', '), exchange.method);
  }
  if (mode === 'Warn') {
    words.forEach(word => exchange.warn(word));
  }
  return withDefaults(type, pruned);
}

/** A sent object is a bad request; a patch that leads to such an object is an invalid one. */
function strictly(
  type: ResourceType,
  object: KubeObject,
  words: string,
  method: string,
): StatusError {
  const why = `strict decoding error: ${words}`;
  return method === 'PATCH'
    ? failures.invalidKind(
        type,
        object.metadata.name,
        'patch',
        `Invalid value: ${JSON.stringify(JSON.stringify(object))}: ${why}`,
      )
    : failures.badRequest(
        `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: ${why}`,
      );
}
