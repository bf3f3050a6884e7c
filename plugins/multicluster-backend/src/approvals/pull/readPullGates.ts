import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { GateSecret } from './GateSecret';

/** Who may ask for answers: the agents that hold one of its secrets. */
export interface PullGateEntry {
  name: string;
  /** Configured name of the source whose runs they execute. */
  source: string;
  /** Names by which stages may ask. */
  gates: ReadonlySet<string>;
  /** Keys of agents whose runs they may ask about; absent: every agent of the source. */
  agents?: ReadonlySet<string>;
  /** Several while one is replaced by the next. */
  secrets: GateSecret[];
}

/** What could be read, and what is wrong with the rest. */
export interface PullGatesConfig {
  entries: PullGateEntry[];
  problems: Array<{ key: string; reason: string }>;
}

const KEY = 'multicluster.approvals.pullGates';
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/** Reads `multicluster.approvals.pullGates`. An entry that cannot be used lets nobody in; the others go on. */
export function readPullGates(config: Config): PullGatesConfig {
  const read: PullGatesConfig = { entries: [], problems: [] };
  const configs = config.getOptionalConfigArray(KEY) ?? [];
  configs.forEach((entry, index) => {
    const key = `${KEY}[${index}]`;
    try {
      read.entries.push(readEntry(entry, key));
    } catch (error) {
      const { message } = error as Error;
      read.problems.push({ key, reason: message.replace(`${key}: `, '') });
    }
  });
  return read;
}

function readEntry(config: Config, key: string): PullGateEntry {
  const source = readName(config.getString('source'), `${key}.source`);
  const gates = config.getOptionalStringArray('gates') ?? ['release'];
  gates.forEach((gate, at) => readName(gate, `${key}.gates[${at}]`));
  const agents = config.getOptionalStringArray('agents');
  const secrets = [
    ...values(config, 'secret', 'secrets').map(([value, at]) =>
      GateSecret.ofValue(value, `${key}.${at}`),
    ),
    ...values(config, 'secretFile', 'secretFiles').map(([file, at]) =>
      GateSecret.ofFile(file, `${key}.${at}`),
    ),
  ];
  if (secrets.length === 0) {
    throw new InputError(`${key}: has neither a secret nor a secretFile`);
  }
  return {
    name: config.getOptionalString('name') ?? source,
    source,
    gates: new Set(gates),
    ...(agents && { agents: new Set(agents) }),
    secrets,
  };
}

function values(
  config: Config,
  one: string,
  many: string,
): Array<[value: string, at: string]> {
  const single = config.getOptionalString(one);
  const list = config.getOptionalStringArray(many) ?? [];
  return [
    ...(single === undefined ? [] : [[single, one] as [string, string]]),
    ...list.map((value, at): [string, string] => [value, `${many}[${at}]`]),
  ];
}

function readName(name: string, key: string): string {
  if (!NAME.test(name)) {
    throw new InputError(
      `${key}: may have letters, digits, dots, dashes and underscores only, at most 63`,
    );
  }
  return name;
}
