import { ApiServerContext } from '../ApiServerContext';
import { Exchange } from '../http/Exchange';
import { ResourceType } from '../ObjectStore';
import { Fields, fieldsOf } from '../schema/fieldsOf';

const PREFIX = '/openapi/v3';

/**
 * `/openapi/v3`: enough for kubectl to know that the server validates fields itself and honours dry runs, without which
 * it refuses to apply. The schemas declare the fields of what people write by hand, by which a reader can tell what this
 * Karmada knows, and none of anything else. Returns false for every other path.
 */
export async function serveOpenApi(
  { store: { types } }: ApiServerContext,
  exchange: Exchange,
): Promise<boolean> {
  if (!exchange.path.startsWith(PREFIX)) {
    return false;
  }
  const path = exchange.path.slice(PREFIX.length + 1);
  if (!path) {
    await exchange.json(200, { paths: overview(types) });
    return true;
  }
  const served = types.filter(type => rootOf(type) === path);
  if (!served.length) {
    return false;
  }
  await exchange.json(200, {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1' },
    paths: Object.assign({}, ...served.map(operations)),
    components: { schemas: Object.assign({}, ...served.map(schema)) },
  });
  return true;
}

function rootOf({ group, version }: ResourceType): string {
  return group ? `apis/${group}/${version}` : `api/${version}`;
}

function overview(types: readonly ResourceType[]): object {
  return Object.fromEntries(
    types.map(type => [
      rootOf(type),
      { serverRelativeURL: `${PREFIX}/${rootOf(type)}` },
    ]),
  );
}

function gvk({ group, version, kind }: ResourceType): object {
  return { group, version, kind };
}

function operations(type: ResourceType): object {
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(
    name => ({ name, in: 'query', schema: { type: 'string' } }),
  );
  const place = type.namespaced ? 'namespaces/{namespace}/' : '';
  return {
    [`/${rootOf(type)}/${place}${type.resource}/{name}`]: {
      patch: {
        operationId: `patch${type.kind}`,
        parameters,
        responses: { '200': { description: 'OK' } },
        'x-kubernetes-action': 'patch',
        'x-kubernetes-group-version-kind': gvk(type),
      },
    },
  };
}

function schema(type: ResourceType): object {
  const group = type.group || 'core';
  const name = [...group.split('.').reverse(), type.version, type.kind];
  return {
    [name.join('.')]: {
      type: 'object',
      ...fieldSchema(fieldsOf(type) ?? '*'),
      'x-kubernetes-group-version-kind': [gvk(type)],
    },
  };
}

/** Names alone: types are not checked, so none are told apart but objects. */
function fieldSchema(fields: Fields): object {
  if (fields === '*') {
    return { 'x-kubernetes-preserve-unknown-fields': true };
  }
  return {
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, below]) => [name, fieldSchema(below)]),
    ),
  };
}
