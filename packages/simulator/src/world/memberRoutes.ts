import type { ApiServer } from '../apiserver/ApiServer';
import type { MemberRoute } from '../apiserver/proxy/MemberRoute';
import { createApiServer } from '../apiserver/startApiServer';
import type { FaultPlan } from '../faults/FaultPlan';
import type { World } from './World';
import type { MemberCluster } from '../member/MemberCluster';
import { podLogs } from '../member/podLog';

function stateOf(member: MemberCluster): MemberRoute['state'] {
  if (!member.reachable || member.state === 'refuse') {
    return 'unreachable';
  }
  return member.state === 'hang' ? 'hung' : 'reachable';
}

/** How the control plane's proxy reaches each member; `delays` are milliseconds waited before an answer. */
export function memberRoutes(
  world: World,
  faults: FaultPlan,
  delays: Map<string, number>,
): (cluster: string) => MemberRoute | undefined {
  const servers = new Map<MemberCluster, ApiServer>();
  const serverOf = (member: MemberCluster): ApiServer => {
    const known = servers.get(member);
    if (known) {
      return known;
    }
    const { store, name } = member;
    const readLogs = podLogs(member, world.clock);
    const server = createApiServer({
      name,
      store,
      tokens: {},
      faults,
      readLogs,
    });
    servers.set(member, server);
    return server;
  };
  return cluster => {
    const member = world.karmada.members.get(cluster);
    if (!member) {
      return undefined;
    }
    return {
      server: serverOf(member),
      state: stateOf(member),
      delayMs: delays.get(cluster),
      address: member.address,
    };
  };
}
