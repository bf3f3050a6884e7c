import { failures } from '../failures';
import { createObject } from '../handlers/createObject';
import { deleteObject } from '../handlers/deleteObject';
import { getObject } from '../handlers/getObject';
import { listObjects } from '../handlers/listObjects';
import { patchObject } from '../handlers/patchObject';
import { updateObject } from '../handlers/updateObject';
import { watchObjects } from '../handlers/watchObjects';
import { scaleObject } from '../handlers/scaleObject';
import { readLog } from '../logs/readLog';
import { proxyToMember } from '../proxy/proxyToMember';
import { Handler } from './Handler';
import { Target } from './Target';

const WHOLE: Partial<Record<Target['verb'], Handler>> = {
  get: getObject,
  list: listObjects,
  watch: watchObjects,
  create: createObject,
  update: updateObject,
  patch: patchObject,
  delete: deleteObject,
};

const STATUS: typeof WHOLE = {
  get: getObject,
  update: updateObject,
  patch: patchObject,
};

const PROXY: typeof WHOLE = {
  get: proxyToMember,
  create: proxyToMember,
  update: proxyToMember,
  patch: proxyToMember,
  delete: proxyToMember,
};

const SUBRESOURCES: Record<string, typeof WHOLE> = {
  '': WHOLE,
  status: STATUS,
  scale: { get: scaleObject, update: scaleObject, patch: scaleObject },
  log: { get: readLog },
  proxy: PROXY,
};

/** The handler of a request. Throws 404 for a subresource the kind lacks, 405 for a verb nobody needs here. */
export function handlerFor({ type, name, verb, subresource }: Target): Handler {
  if (subresource && !type.subresources.includes(subresource)) {
    throw type.served === 'custom'
      ? failures.notFound(type, name)
      : failures.noSuchResource();
  }
  const handler = SUBRESOURCES[subresource]?.[verb];
  if (!handler) {
    throw failures.methodNotAllowed();
  }
  return handler;
}
