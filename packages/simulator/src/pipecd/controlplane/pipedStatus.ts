import { Connection } from '../model/enums';
import type { ControlPlane } from './ControlPlane';

const ALIVE_FOR = 120;

/** Whether a piped has reported within the last two minutes. */
export function pipedStatus(controlPlane: ControlPlane, id: string): number {
  const last = controlPlane.lastStats.get(id);
  return last !== undefined && controlPlane.now() - last <= ALIVE_FOR
    ? Connection.ONLINE
    : Connection.OFFLINE;
}
