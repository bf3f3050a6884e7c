import { Config } from '@backstage/config';
import { MulticlusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import {
  ControlPlaneSettings,
  readControlPlane,
} from './config/readControlPlane';
import { readProject } from './config/readProject';
import { PipecdActAs } from './PipecdActAs';
import { PipecdSource } from './PipecdSource';
import { ControlPlane } from './wire/ControlPlane';

const KEY = 'multicluster.pipecd.controlPlanes';

/**
 * Registers every configured project as a source. What cannot be used is named with its key and the reason, and the others go
 * on; of a control plane that cannot be used all projects are.
 *
 * @param options - `deadlineMs`: how long a call may take for which nobody says it, in milliseconds
 * @internal
 */
export function registerSources(
  config: Config,
  sources: MulticlusterSourcesExtensionPoint,
  options: { actAs?: PipecdActAs; deadlineMs?: number } = {},
): void {
  const { actAs, deadlineMs } = options;
  const taken = new Set<string>();
  const entries = readList(config, KEY, 'control planes', sources);
  entries.forEach((entry, index) => {
    const configKey = `${KEY}[${index}]`;
    const projectsKey = `${configKey}.projects`;
    const projects = readList(entry, 'projects', 'projects', sources, {
      key: projectsKey,
    });
    try {
      const settings = readControlPlane(entry, configKey);
      const controlPlane = ControlPlane.create(settings, { deadlineMs });
      projects.forEach((project, place) =>
        register(project, {
          configKey: `${projectsKey}[${place}]`,
          controlPlane,
          settings,
          sources,
          taken,
          actAs,
        }),
      );
    } catch (error) {
      const named = projects.length > 0 ? projects : [entry];
      named.forEach((project, place) =>
        sources.addBrokenSource({
          id: idOf(project, taken) ?? `pipecd-${index}-${place}`,
          type: 'pipecd',
          ...explain(error, configKey),
        }),
      );
    }
  });
}

function register(
  project: Config,
  options: {
    configKey: string;
    controlPlane: ControlPlane;
    settings: ControlPlaneSettings;
    sources: MulticlusterSourcesExtensionPoint;
    taken: Set<string>;
    actAs?: PipecdActAs;
  },
): void {
  const { configKey, controlPlane, settings, sources, taken, actAs } = options;
  // By name: it comes from a package of which there may be more than one copy.
  const isClash = (error: unknown) => (error as Error).name === 'ConflictError';
  try {
    const read = readProject(project, configKey);
    if (taken.has(read.name)) {
      throw new Error(`${configKey}.name: is taken by an entry before it`);
    }
    sources.addSource(
      PipecdSource.create({
        controlPlane,
        controlPlaneSettings: settings,
        settings: read,
        actAs,
      }),
    );
    taken.add(read.name);
  } catch (error) {
    const clash = isClash(error);
    const id = clash ? undefined : idOf(project, taken);
    const problem = clash
      ? new Error(`${configKey}.name: is taken by another source`)
      : error;
    sources.addBrokenSource({
      id:
        id ?? `pipecd-${configKey.replace(/\D+/g, '-').replace(/^-|-$/g, '')}`,
      type: 'pipecd',
      ...explain(problem, configKey),
    });
  }
}

/** The name of an entry, where it is one that no other source has. */
function idOf(entry: Config, taken: ReadonlySet<string>): string | undefined {
  const name = entry.getOptional('name');
  return typeof name === 'string' && name !== '' && !taken.has(name)
    ? name
    : undefined;
}

function explain(error: unknown, configKey: string) {
  const { message } = error as Error;
  const [, key = configKey, reason = message] =
    message.match(/^(multicluster\.\S+): (.*)$/s) ?? [];
  return { configKey: key, reason };
}

function readList(
  config: Config,
  key: string,
  what: string,
  sources: MulticlusterSourcesExtensionPoint,
  named: { key: string } = { key },
): Config[] {
  try {
    return config.getOptionalConfigArray(key) ?? [];
  } catch {
    sources.addBrokenSource({
      id: 'pipecd',
      type: 'pipecd',
      configKey: named.key,
      reason: `must be a list of ${what}`,
    });
    return [];
  }
}
