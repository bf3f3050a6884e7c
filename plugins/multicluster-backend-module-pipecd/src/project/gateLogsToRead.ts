import { GateLog } from '../native/GateLog';
import { StageStatus } from '../native/StageStatus';
import { RawDeployment } from '../wire/messages';

/**
 * Ids of stages whose log says something of a gate that nothing else says: those that wait, and those that are over and whose
 * log was not read since. Plugins with stages of their own write what they like, so that theirs are not read.
 *
 * @param learnt - what is known, by stage id
 * @internal
 */
export function gateLogsToRead(
  raw: RawDeployment,
  learnt: Readonly<Record<string, GateLog>> = {},
): string[] {
  const ids = (raw.stages ?? [])
    .filter(({ name, status = 0 }) => {
      return name === 'WAIT_APPROVAL' && status !== StageStatus.NOT_STARTED_YET;
    })
    .filter(({ id = '', status }) => {
      const { enough, timedOut, cancelled } = learnt[id] ?? {};
      return (
        status === StageStatus.RUNNING || !(enough || timedOut || cancelled)
      );
    })
    .map(({ id = '' }) => id);
  return ids.filter(id => id !== '');
}
