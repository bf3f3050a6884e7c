import { StageStatus } from '../model/enums';
import type { Stage } from '../model/messages';
import { EventType } from './PipedEvent';
import type { RunHost } from './RunHost';
import type { StageContext } from './StageContext';
import { runnerOf } from './stages/runnerOf';

/** One execution of one stage. */
export interface StageExecution {
  /** Ends it without a verdict of its own. */
  stop(cancelled: boolean): void;
  /** Calls back at the next look of the scheduler at this stage. */
  atTick(callback: () => void): void;
}

interface Given {
  host: RunHost;
  deploymentId: string;
  stageId: string;
  /** The lines of an execution after a restart begin with a new index. */
  afresh: boolean;
  /** May be called before the start returns. */
  finished(status: number, execution: StageExecution): void;
}

class Execution implements StageExecution {
  readonly #given: Given;
  readonly #since: number;
  readonly #cancels: Array<() => void> = [];
  #cancelled: (() => void) | undefined;
  #open = true;
  #afresh: boolean;

  constructor(given: Given) {
    this.#given = given;
    this.#since = given.host.elapsed();
    this.#afresh = given.afresh;
  }

  begin(): void {
    const { host, deploymentId, stageId } = this.#given;
    const spec = host.plans.get(deploymentId)?.get(stageId) ?? {
      name: this.#stage().name,
    };
    const context: StageContext = {
      host,
      spec,
      deployment: () => host.controlPlane.deployments.get(deploymentId)!,
      stage: () => this.#stage(),
      log: (log, severity) => this.#log(log, severity),
      setMetadata: metadata =>
        this.#edit(stage => {
          stage.metadata = { ...stage.metadata, ...metadata };
        }),
      setDeploymentMetadata: metadata => {
        if (host.version === 'v0') {
          host.controlPlane.changeDeployment(deploymentId, draft => {
            draft.metadata = { ...draft.metadata, ...metadata };
          });
        }
      },
      setPluginMetadata: (plugin, key) => this.#pluginMetadata(plugin, key),
      after: (wait, callback) => this.#after(wait, callback),
      everyTick: callback => this.#everyTick(callback),
      commands: type =>
        host
          .commands(deploymentId, type)
          .filter(({ stage_id }) => stage_id === stageId),
      finish: status => this.#finish(status),
    };
    const runner = runnerOf(spec.name, host.version);
    this.#cancelled = runner(context) ?? undefined;
  }

  stop(cancelled: boolean): void {
    if (this.#open) {
      if (cancelled) {
        this.#cancelled?.();
      }
      this.#close();
    }
  }

  atTick(callback: () => void): void {
    const { host } = this.#given;
    const { tick } = host.timings;
    host.after(tick - ((host.elapsed() - this.#since) % tick), callback);
  }

  #stage(): Stage {
    const { host, deploymentId, stageId } = this.#given;
    const { stages } = host.controlPlane.deployments.get(deploymentId)!;
    return stages.find(({ id }) => id === stageId)!;
  }

  #edit(change: (stage: Stage) => void): void {
    const { host, deploymentId } = this.#given;
    host.controlPlane.changeDeployment(deploymentId, () =>
      change(this.#stage()),
    );
  }

  #log(log: string, severity?: number): void {
    const { host, deploymentId, stageId } = this.#given;
    host.controlPlane.logs.append(deploymentId, stageId, [{ log, severity }], {
      afresh: this.#afresh,
    });
    this.#afresh = false;
  }

  #pluginMetadata(plugin: string, key: string): void {
    const { host, deploymentId } = this.#given;
    host.controlPlane.changeDeployment(deploymentId, ({ metadata_v2 }) => {
      if (metadata_v2) {
        const { keyValues = {} } = metadata_v2.plugins?.[plugin] ?? {};
        metadata_v2.plugins = {
          ...metadata_v2.plugins,
          [plugin]: { keyValues: { ...keyValues, [key]: '_' } },
        };
      }
    });
  }

  #after(wait: number, callback: () => void): void {
    this.#cancels.push(
      this.#given.host.after(wait, () => {
        if (this.#open) {
          callback();
        }
      }),
    );
  }

  #everyTick(callback: () => void): void {
    const again = () => {
      if (this.#open) {
        callback();
        this.#after(this.#given.host.timings.tick, again);
      }
    };
    this.#after(this.#given.host.timings.tick, again);
  }

  #close(): void {
    this.#open = false;
    this.#cancels.forEach(cancel => cancel());
  }

  #finish(status: number): void {
    if (this.#open) {
      this.#close();
      this.#given.finished(status, this);
    }
  }
}

/** Starts a stage: it is reported RUNNING, which also writes its `completed_at`, and its work begins. */
export function startStage(given: Given): StageExecution {
  const { host, deploymentId, stageId } = given;
  const { controlPlane } = host;
  const deployment = controlPlane.deployments.get(deploymentId)!;
  const stage = deployment.stages.find(({ id }) => id === stageId)!;
  host.notify({ type: EventType.STAGE_STARTED, deployment, stage });
  if (host.version === 'v1' && stage.name === 'WAIT_APPROVAL') {
    // Just before readers see it running.
    host.notify({ type: EventType.WAIT_APPROVAL, deployment });
  }
  controlPlane.changeDeployment(deploymentId, () => {
    stage.status = StageStatus.RUNNING;
    stage.completed_at = controlPlane.now();
  });
  const execution = new Execution(given);
  execution.begin();
  return execution;
}
