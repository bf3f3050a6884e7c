import { AgentFact } from '@fairway/backstage-plugin-multicluster-node';
import { RawPiped } from '../wire/messages';

/** `model.Piped.ConnectionStatus`. */
const STATES: Readonly<Record<number, AgentFact['state']>> = {
  1: 'online',
  2: 'offline',
};

/**
 * A piped as an agent. Only the web service fills its status, and only when asked to; without one it is unknown, never offline.
 *
 * @returns undefined for a piped without an id
 * @internal
 */
export function projectPiped(raw: RawPiped): AgentFact | undefined {
  if (!raw.id) {
    return undefined;
  }
  return {
    type: 'agent',
    key: raw.id,
    name: raw.name || raw.id,
    state: STATES[raw.status ?? 0] ?? 'unknown',
    ...(raw.version && { version: raw.version }),
    disabled: Boolean(raw.disabled),
  };
}
