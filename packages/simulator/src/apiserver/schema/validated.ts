import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { KubeObject, ResourceType } from '../ObjectStore';
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
  const fields = fieldsOf(type);
  if (!fields) {
    return object;
  }
  const { object: pruned, unknown } = pruneUnknown(object, fields);
  const words = unknown.map(field => `unknown field "${field}"`);
  const mode = exchange.query.get('fieldValidation') ?? 'Warn';
  if (words.length && mode === 'Strict') {
    throw failures.badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${
        type.kind
      }: strict decoding error: ${words.join(', ')}`,
    );
  }
  if (mode === 'Warn') {
    words.forEach(word => exchange.warn(word));
  }
  return withDefaults(type, pruned);
}
