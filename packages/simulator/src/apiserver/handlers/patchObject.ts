import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { applyJsonPatch } from '../patch/applyJsonPatch';
import { mergePatch } from '../patch/mergePatch';
import { strategicMerge } from '../patch/strategicMerge';
import { KubeObject } from '../ObjectStore';
import { applyObject } from './applyObject';
import { addressed } from './decodeObject';
import { replaceObject } from './updateObject';

/** `PATCH …/{resource}/{name}`: merge patch, JSON patch, strategic merge patch and server-side apply. */
export async function patchObject(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const format = String(exchange.headers['content-type'] ?? '').split(';')[0];
  const text = (await exchange.body()).toString();
  if (format === 'application/apply-patch+yaml') {
    await applyObject(context, exchange, target, text);
    return;
  }
  const live = context.store.get(target.type, target.namespace, target.name);
  if (!live) {
    throw failures.notFound(target.type, target.name);
  }
  const sent = addressed(patched(target, live, format, text), target);
  await replaceObject(context, exchange, target, { sent, live });
}

function patched(
  { type }: Target,
  live: KubeObject,
  format: string,
  text: string,
): KubeObject {
  switch (format) {
    case 'application/strategic-merge-patch+json':
      if (type.served === 'custom') {
        throw failures.unsupportedMediaType();
      }
      return strategicMerge(live, parseJson(text)) as KubeObject;
    case 'application/merge-patch+json':
      return mergePatch(live, parseJson(text)) as KubeObject;
    case 'application/json-patch+json':
      return applyJsonPatch(live, parseJson(text));
    default:
      throw failures.unsupportedMediaType();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failures.badRequest(
      `error decoding patch: ${error instanceof Error ? error.message : error}`,
    );
  }
}
