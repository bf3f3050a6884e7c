import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';

interface DeleteOptions {
  preconditions?: { uid?: string; resourceVersion?: string };
  dryRun?: string[];
}

/** `DELETE …/{resource}/{name}`. Answers with the object while finalizers hold it, and with a Status once it is gone. */
export async function deleteObject(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const { type, namespace, name } = target;
  const options = await exchange.jsonBody<DeleteOptions>();
  const live = context.store.get(type, namespace, name);
  if (!live) {
    throw failures.notFound(type, name);
  }
  checkPreconditions(target, live, options);
  context.admission.admit(
    {
      operation: 'DELETE',
      type,
      object: live,
      oldObject: live,
      user: exchange.user,
      subresource: '',
    },
    text => exchange.warn(text),
  );
  const dryRun =
    exchange.query.get('dryRun') === 'All' ||
    Boolean(options.dryRun?.includes('All'));
  const left = context.store.delete(type, namespace, name, { dryRun });
  if (left.metadata.finalizers?.length) {
    await exchange.json(200, left);
    return;
  }
  await exchange.json(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group && { group: type.group }),
      kind: type.resource,
      uid: live.metadata.uid,
    },
  });
}

function checkPreconditions(
  { type, name }: Target,
  live: KubeObject,
  { preconditions }: DeleteOptions,
): void {
  const { uid, resourceVersion } = preconditions ?? {};
  // The storage knows kinds, not resources: this refusal reads `ConfigMap "a"`.
  const record = { group: type.group, resource: type.kind };
  if (uid && uid !== live.metadata.uid) {
    throw failures.conflict(
      record,
      name,
      `the UID in the precondition (${uid}) does not match the UID in record (${live.metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
    throw failures.conflict(
      record,
      name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${live.metadata.resourceVersion}). The object might have been modified`,
    );
  }
}
