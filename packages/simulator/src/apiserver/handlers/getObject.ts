import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { metadataOnly } from '../represent/metadataOnly';
import { representation } from '../represent/representation';
import { tableOf } from '../represent/tableOf';

/** `GET …/{resource}/{name}`. */
export async function getObject(
  { store }: ApiServerContext,
  exchange: Exchange,
  { type, namespace, name }: Target,
): Promise<void> {
  const entry = store.entry(type, namespace, name);
  if (!entry) {
    throw failures.notFound(type, name);
  }
  switch (representation(exchange.headers.accept)) {
    case 'table': {
      const include = exchange.query.get('includeObject') ?? 'Metadata';
      const table = tableOf(type, [entry], { include, now: store.now() });
      const { resourceVersion } = entry.object.metadata;
      await exchange.json(200, { ...table, metadata: { resourceVersion } });
      return;
    }
    case 'metadata':
      await exchange.json(200, metadataOnly(entry));
      return;
    default:
      await exchange.json(200, entry.object);
  }
}
