import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { apiVersionOf } from '../represent/apiVersionOf';
import { metadataOnly } from '../represent/metadataOnly';
import { representation } from '../represent/representation';
import { tableOf } from '../represent/tableOf';
import { listOptions } from './listOptions';
import { pageOf } from './pageOf';

/** `GET …/{resource}`: one page, of the state the first page showed. */
export async function listObjects(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const { query } = exchange;
  if (query.has('sendInitialEvents')) {
    throw failures.invalidOptions(
      'ListOptions',
      'sendInitialEvents',
      'Forbidden: sendInitialEvents is forbidden for list',
    );
  }
  const form = representation(exchange.headers.accept, 'list');
  const page = pageOf(context, target, query, listOptions(query));
  if (form === 'table') {
    const include = query.get('includeObject') ?? 'Metadata';
    await exchange.json(200, {
      ...tableOf(target.type, page.items, {
        include,
        now: context.store.now(),
      }),
      metadata: page.metadata,
    });
    return;
  }
  const [head, items] =
    form === 'metadata'
      ? [
          { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' },
          page.items.map(metadataOnly),
        ]
      : [
          {
            kind: `${target.type.kind}List`,
            apiVersion: apiVersionOf(target.type),
          },
          page.items.map(item => item.itemJson(target.type)),
        ];
  const sent = exchange.padding
    ? items.map(item => padded(item, exchange.padding))
    : items;
  await exchange.json(200, joined({ ...head, metadata: page.metadata }, sent));
}

/** Serialized objects are joined, never stringified again: a page of 500 costs a copy. */
function joined(head: object, items: Buffer[]): Buffer {
  const comma = Buffer.from(',');
  const parts = [Buffer.from(`${JSON.stringify(head).slice(0, -1)},"items":[`)];
  items.forEach((item, index) => {
    if (index) {
      parts.push(comma);
    }
    parts.push(item);
  });
  parts.push(Buffer.from(']}'));
  return Buffer.concat(parts);
}

/** An object grown beyond what anybody expects. */
function padded(item: Buffer, bytes: number): Buffer {
  const object = JSON.parse(item.toString());
  object.metadata.annotations = {
    ...object.metadata.annotations,
    'example.com/padding': 'x'.repeat(bytes),
  };
  return Buffer.from(JSON.stringify(object));
}
