import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { applyConfiguration } from '../fields/applyConfiguration';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';
import { fieldsOf } from '../schema/fieldsOf';
import { pruneUnknown } from '../schema/pruneUnknown';
import { StatusError } from '../StatusError';
import { checkNamespace } from './checkNamespace';
import { addressed, readYaml } from './decodeObject';
import { prepareWrite, writerOf } from './prepareWrite';
import { replaceObject } from './updateObject';

/** `PATCH` with `application/apply-patch+yaml`: creates the object when it is not there. */
export async function applyObject(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
  text: string,
): Promise<void> {
  const sentApplied = readYaml(text);
  checkApply(exchange, target, sentApplied);
  const applied = addressed(sentApplied, target);
  const { type, namespace, name } = target;
  const live = context.store.get(type, namespace, name);
  const { resourceVersion } = applied.metadata;
  if (
    live &&
    resourceVersion &&
    resourceVersion !== live.metadata.resourceVersion
  ) {
    throw failures.conflict(type, name);
  }
  const sent = applyConfiguration(
    type,
    live ?? emptied(applied),
    applied,
    writerOf(context, exchange, target),
    { force: exchange.flag('force') },
  );
  if (live) {
    await replaceObject(context, exchange, target, {
      sent,
      live,
      applied: true,
    });
    return;
  }
  checkNamespace(context, target);
  const object = prepareWrite(context, exchange, target, {
    object: sent,
    applied: true,
  });
  const stored = context.store.create(type, object, {
    dryRun: exchange.query.get('dryRun') === 'All',
  });
  await exchange.json(201, stored);
}

/** Nothing but its address: what an apply that creates is laid over. */
function emptied({ apiVersion, kind, metadata }: KubeObject): KubeObject {
  const { name, namespace } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace && { namespace }) },
  };
}

function checkApply(
  exchange: Exchange,
  { type }: Target,
  applied: KubeObject,
): void {
  if (!exchange.query.get('fieldManager')) {
    throw failures.invalidOptions(
      'PatchOptions',
      'fieldManager',
      'Required value: is required for apply patch',
    );
  }
  if (applied.metadata?.managedFields) {
    throw failures.badRequest('metadata.managedFields must be nil');
  }
  const fields = fieldsOf(type);
  const unknown = fields ? pruneUnknown(applied, fields).unknown : [];
  if (unknown.length) {
    const { name, namespace = '' } = applied.metadata ?? {};
    throw new StatusError(
      500,
      '',
      `failed to create typed patch object (${namespace}/${name}; ${applied.apiVersion}, Kind=${type.kind}): .${unknown[0]}: field not declared in schema`,
    );
  }
}
