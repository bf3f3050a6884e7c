import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { aggregatedDiscovery } from './aggregatedDiscovery';
import { legacyDiscovery } from './legacyDiscovery';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Answers the discovery paths. Returns false for every other path. */
export async function discover(
  context: ApiServerContext,
  exchange: Exchange,
): Promise<boolean> {
  const { types } = context.store;
  const [root, group, version, ...more] = exchange.path
    .split('/')
    .filter(Boolean);
  if (more.length || !['api', 'apis'].includes(root)) {
    return false;
  }
  if (!group) {
    await overview(context, exchange, root === 'api');
    return true;
  }
  const known =
    root === 'api'
      ? legacyDiscovery.resources(types, '', group)
      : ofGroup(context, group, version);
  if (!known) {
    return false;
  }
  await exchange.json(200, known);
  return true;
}

function ofGroup(
  { store: { types }, isDown }: ApiServerContext,
  group: string,
  version: string | undefined,
): object | undefined {
  if (!types.some(type => type.group === group)) {
    return undefined;
  }
  if (!version) {
    return legacyDiscovery.group(types, group);
  }
  if (isDown(group)) {
    throw failures.serviceUnavailable();
  }
  return legacyDiscovery.resources(types, group, version);
}

async function overview(
  { store: { types }, isDown }: ApiServerContext,
  exchange: Exchange,
  core: boolean,
): Promise<void> {
  const accept = String(exchange.headers.accept ?? '').replace(/\s/g, '');
  if (accept.includes('as=APIGroupDiscoveryList') && accept.includes('v=v2')) {
    const shown = types.filter(type => (type.group === '') === core);
    await exchange.json(200, aggregatedDiscovery(shown, isDown), {
      'content-type': AGGREGATED,
      'cache-control': 'public',
    });
    return;
  }
  await exchange.json(
    200,
    core ? legacyDiscovery.coreVersions() : legacyDiscovery.groups(types),
  );
}
