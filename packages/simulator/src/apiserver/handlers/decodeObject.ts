import { parse } from 'yaml';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';
import { apiVersionOf } from '../represent/apiVersionOf';

/** Reads the object in a request body and checks it against the address it was sent to. */
export async function decodeObject(
  exchange: Exchange,
  target: Target,
): Promise<KubeObject> {
  const yaml = /yaml/.test(String(exchange.headers['content-type'] ?? ''));
  const object = yaml
    ? readYaml((await exchange.body()).toString())
    : await exchange.jsonBody<KubeObject>(target.type.kind);
  return addressed(object, target);
}

/** Reads a body in YAML. Throws 400. */
export function readYaml(text: string): KubeObject {
  try {
    return parse(text) as KubeObject;
  } catch (error) {
    throw failures.badRequest(
      `error decoding YAML: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** The object with the namespace and name of the address; throws 400 when it says otherwise. */
export function addressed(object: KubeObject, target: Target): KubeObject {
  const { type, namespace, name } = target;
  const metadata = { ...(object?.metadata ?? {}) } as KubeObject['metadata'];
  if (object?.kind !== type.kind || object.apiVersion !== apiVersionOf(type)) {
    throw failures.badRequest(
      object?.apiVersion === apiVersionOf(type)
        ? `the kind in the data (${object.kind}) does not match the expected kind (${type.kind})`
        : `the API version in the data (${
            object?.apiVersion ?? ''
          }) does not match the expected API version (${apiVersionOf(type)})`,
    );
  }
  if (type.namespaced) {
    if (metadata.namespace && metadata.namespace !== namespace) {
      throw failures.badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    metadata.namespace = namespace;
  }
  if (name && metadata.name && metadata.name !== name) {
    throw failures.badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  if (name) {
    metadata.name = name;
  }
  return { ...object, metadata };
}
