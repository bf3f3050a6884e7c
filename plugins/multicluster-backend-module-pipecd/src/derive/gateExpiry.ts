import { Gate, GateState } from '@fairway/backstage-plugin-multicluster-common';
import { PipecdStage } from '../native/PipecdRun';
import { isoTime } from '../project/isoTime';
import { RunContext } from './RunContext';

const SIX_HOURS = 6 * 60 * 60;

/**
 * When an open gate runs out, assumed: no API says how long it waits. PipeCD waits 6 hours where the pipeline says nothing else,
 * and counts anew whenever its piped begins the stage again, so from the latest report that it runs.
 *
 * @remarks
 * Nothing while the piped is offline, for nobody counts then, and nothing once the moment is past and the gate still open, which
 * proves the assumption wrong.
 *
 * @internal
 */
export function gateExpiry(
  { at }: PipecdStage,
  state: GateState,
  { input, offlineSince }: Pick<RunContext, 'input' | 'offlineSince'>,
): Pick<Gate, 'expiresAt' | 'expiryAssumed'> {
  if (state !== 'pending' || at === undefined || offlineSince !== undefined) {
    return {};
  }
  const expiresAt = isoTime(at + SIX_HOURS);
  return expiresAt && input.now < Date.parse(expiresAt)
    ? { expiresAt, expiryAssumed: true }
    : {};
}
