import {
  Actor,
  RunTrigger,
} from '@fairway/backstage-plugin-multicluster-common';
import { RawDeployment } from '../wire/messages';
import { isoTime } from './isoTime';
import { ProjectContext } from './ProjectContext';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What made a deployment.
 *
 * @remarks
 * PipeCD has one field for it, the commander: a user of its pages, the id of an API key, the id of the chain for all but its
 * first application, or nothing when a commit or a drift did it, which only the strategy's summary tells apart.
 *
 * @internal
 */
export function projectTrigger(
  raw: RawDeployment,
  { actors = {} }: ProjectContext,
): RunTrigger {
  const { commander, timestamp, commit, strategy_summary } = raw.trigger ?? {};
  const at = isoTime(timestamp);
  const when = at ? { at } : {};
  if (commander && commander === raw.deployment_chain_id) {
    return { kind: 'chain', ...when };
  }
  if (commander) {
    return { kind: 'manual', actor: commanderOf(commander, actors), ...when };
  }
  if (/\bconfiguration drift$/.test(strategy_summary ?? '')) {
    return { kind: 'drift', ...when };
  }
  const author = commit?.author;
  return {
    kind: commit?.hash ? 'commit' : 'unknown',
    ...(author && { actor: { nativeId: author, kind: 'user' as const } }),
    ...when,
  };
}

function commanderOf(
  nativeId: string,
  actors: Readonly<Record<string, string>>,
): Actor {
  const title = Object.hasOwn(actors, nativeId) ? actors[nativeId] : undefined;
  return {
    nativeId,
    ...(title && { title }),
    kind: title || UUID.test(nativeId) ? 'service' : 'user',
  };
}
