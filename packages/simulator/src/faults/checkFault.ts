import { Fault, FaultAction } from './Fault';

const ACTIONS: Record<FaultAction['type'], true> = {
  status: true,
  html: true,
  slow: true,
  hang: true,
  reset: true,
  truncate: true,
  malformed: true,
  oversized: true,
  watch: true,
};

const CONDITIONS: Array<keyof Fault> = [
  'id',
  'server',
  'verb',
  'group',
  'resource',
  'namespace',
  'name',
  'subresource',
  'page',
  'user',
  'skip',
  'times',
  'only',
  'action',
];

/** A fault as somebody sent it. Throws, naming the key, when it would silently strike something else or nothing. */
export function checkFault(sent: unknown): Omit<Fault, 'id'> & { id?: string } {
  const fault = (sent ?? {}) as Fault;
  const stray = Object.keys(fault).find(
    key => !CONDITIONS.includes(key as keyof Fault),
  );
  if (stray) {
    throw new Error(`a fault has no ${stray}; it has ${CONDITIONS.join(', ')}`);
  }
  if (!ACTIONS[fault.action?.type]) {
    throw new Error(
      `action.type must be one of ${Object.keys(ACTIONS).join(', ')}`,
    );
  }
  return fault;
}
