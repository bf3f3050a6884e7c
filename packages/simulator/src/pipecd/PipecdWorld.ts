import { createHash, createHmac } from 'node:crypto';
import type { Clock } from '../clock/Clock';
import { Random } from '../clock/Random';
import { ControlPlane } from './controlplane/ControlPlane';
import { ApplicationKind, CommandType } from './model/enums';
import type {
  Application,
  Commit,
  Deployment,
  PipedMessage,
} from './model/messages';
import type { ApplicationSpec } from './piped/ApplicationSpec';
import type { GateEndpoint } from './piped/GateEndpoint';
import { nowhere, type DeployTarget } from './piped/DeployTarget';
import { Piped } from './piped/Piped';
import {
  demoTimings,
  measuredTimings,
  type PipedTimings,
} from './piped/PipedTimings';
import type { PipedEvent } from './piped/PipedEvent';
import { send, type Receiver } from './piped/Receiver';

/** How a PipeCD is made. */
export interface PipecdWorldOptions {
  clock: Clock;
  seed?: number;
  /** What Kubernetes applications are deployed to. */
  target?: DeployTarget;
  /** `measured`: as slow as the real one; `demo`: for people who watch. */
  timings?: 'measured' | 'demo';
  receiver?: Receiver;
}

/** An application as somebody registers it. */
export interface NewApplication {
  name: string;
  piped: 'v0' | 'v1';
  /** Without it: KUBERNETES, of v1 the plugin of that name. */
  kind?: 'KUBERNETES' | 'TERRAFORM' | 'PLUGINS';
  labels?: Record<string, string>;
  description?: string;
  /** Platform provider of v0, deploy target of v1. */
  provider?: string;
  project?: string;
  spec: ApplicationSpec;
}

const REPOSITORY = {
  id: 'apps',
  remote: 'https://github.com/acme/apps.git',
  branch: 'main',
};

/** A control plane with its two pipeds and everything that people do to it. Without a listener. */
export class PipecdWorld {
  readonly controlPlane: ControlPlane;
  readonly v0: Piped;
  readonly v1: Piped;
  /** What sessions are signed with: the bytes of the control plane's encryption key file. */
  readonly signingKey: Buffer;
  /** May be set while it runs. */
  receiver: Receiver | undefined;
  /** Where scripts ask a portal whether they may go on; may be set while it runs. */
  gate: GateEndpoint | undefined;
  /** Every commit to the repository of the applications, oldest first. */
  readonly commits: Commit[] = [];
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #listeners: Array<(event: PipedEvent) => void> = [];

  static create(options: PipecdWorldOptions): PipecdWorld {
    return new PipecdWorld(options);
  }

  private constructor(options: PipecdWorldOptions) {
    const { clock, seed = 1, target = nowhere, timings = 'measured' } = options;
    this.#clock = clock;
    // What is registered keeps its ids over a restart, as entities and settings name them.
    this.#random = Random.create(seed);
    // What runs does not: a database of an earlier start would take a new run for an old one of the same id.
    const random = Random.create(seed + clock.now());
    this.receiver = options.receiver;
    this.controlPlane = ControlPlane.create({ clock, random });
    this.signingKey = createHmac('sha256', 'signing key of the embedded PipeCD')
      .update(String(seed))
      .digest();
    this.#projects();
    const timingsOf = (version: 'v0' | 'v1'): PipedTimings =>
      timings === 'demo' ? demoTimings(version) : measuredTimings(version);
    const piped = (version: 'v0' | 'v1') =>
      Piped.create({
        version,
        clock,
        controlPlane: this.controlPlane,
        target,
        timings: timingsOf(version),
        message: this.#pipedMessage(version),
        gate: () => this.gate,
        notify: (event, message) => {
          this.#listeners.forEach(listener => listener(event));
          if (this.receiver) {
            send(this.receiver, event, message);
          }
        },
      });
    this.v0 = piped('v0');
    this.v1 = piped('v1');
  }

  /** What pipeds tell their receivers, also without one. */
  onEvent(listener: (event: PipedEvent) => void): void {
    this.#listeners.push(listener);
  }

  addApplication(given: NewApplication): Application {
    const { controlPlane } = this;
    const piped = this[given.piped];
    const path = `${given.piped}/${given.name}`;
    const kind = given.kind ?? 'KUBERNETES';
    const kubernetes = kind === 'KUBERNETES';
    const provider = given.provider ?? `${kind.toLowerCase()}-default`;
    const now = controlPlane.now();
    const application: Application = {
      id: this.#random.uuid(),
      name: given.name,
      piped_id: piped.id,
      project_id: given.project ?? 'demo',
      kind: kind === 'TERRAFORM' ? ApplicationKind.TERRAFORM : 0,
      git_path: {
        repo: REPOSITORY,
        path,
        config_filename: 'app.pipecd.yaml',
        url: `https://github.com/acme/apps/tree/main/${path}`,
      },
      ...(given.piped === 'v0' && {
        cloud_provider: provider,
        platform_provider: provider,
      }),
      ...(given.piped === 'v1' &&
        kubernetes && {
          deploy_targets_by_plugin: {
            kubernetes: { deploy_targets: [provider] },
          },
        }),
      description: given.description,
      labels: given.labels ?? {},
      created_at: now,
      updated_at: now,
    };
    piped.add(application, given.spec, this.commit('Initial applications'));
    return application;
  }

  /** The application of that name; of several, the first. */
  application(name: string): Application {
    for (const application of this.controlPlane.applications.values()) {
      if (application.name === name) {
        return application;
      }
    }
    throw new Error(`no application ${name}`);
  }

  /** The piped that runs it. */
  pipedOf({ piped_id }: Pick<Application, 'piped_id'>): Piped {
    return piped_id === this.v0.id ? this.v0 : this.v1;
  }

  /** Deployments of an application, oldest first. */
  deployments(name: string): Deployment[] {
    return [...this.controlPlane.deployments.values()].filter(
      ({ application_name }) => application_name === name,
    );
  }

  latest(name: string): Deployment | undefined {
    return this.deployments(name).at(-1);
  }

  commit(message: string, author = 'Dana Dev'): Commit {
    const hash = createHash('sha1')
      .update(`${this.commits.length + 1}: ${message}`)
      .digest('hex');
    const commit = {
      hash,
      message,
      author,
      branch: 'main',
      url: `https://github.com/acme/apps/commit/${hash}`,
      created_at: this.controlPlane.now(),
    };
    this.commits.push(commit);
    return commit;
  }

  /** Somebody pushes a change of an application. Its manifests are those of the commit's message. */
  push(name: string, message: string, author?: string): Commit {
    const application = this.application(name);
    const piped = this.pipedOf(application);
    const commit = this.commit(message, author);
    // Those that follow in its chain stand in the same repository, and are not deployed by a commit themselves.
    for (const next of piped.spec(application.id).chain ?? []) {
      const { id } = this.application(next);
      piped.setHead(id, commit);
    }
    piped.push(application.id, commit);
    return commit;
  }

  /** Somebody syncs it by hand. Returns the id of the command. */
  sync(name: string, commander: string, sync_strategy = 0): string {
    const { id, piped_id, project_id } = this.application(name);
    return this.controlPlane.addCommand({
      piped_id,
      application_id: id,
      project_id,
      commander,
      type: CommandType.SYNC_APPLICATION,
      sync_application: { application_id: id, sync_strategy },
    });
  }

  /** Puts a command for a stage or a deployment as it is, without any of the checks of the server: as older ones did. */
  command(
    kind: 'approve' | 'skip' | 'cancel',
    deployment: Deployment,
    commander: string,
    stageId?: string,
  ): string {
    const { id, piped_id, application_id, project_id } = deployment;
    const ofStage = { deployment_id: id, stage_id: stageId ?? '' };
    const common = {
      piped_id,
      application_id,
      deployment_id: id,
      project_id,
      commander,
    };
    if (kind === 'cancel') {
      return this.controlPlane.addCommand({
        ...common,
        type: CommandType.CANCEL_DEPLOYMENT,
        cancel_deployment: { deployment_id: id },
      });
    }
    return this.controlPlane.addCommand({
      ...common,
      stage_id: stageId,
      ...(kind === 'approve'
        ? { type: CommandType.APPROVE_STAGE, approve_stage: ofStage }
        : { type: CommandType.SKIP_STAGE, skip_stage: ofStage }),
    });
  }

  #projects(): void {
    const staticAdmin = {
      username: 'hello-pipecd',
      password: 'hello-pipecd-password',
    };
    for (const id of ['demo', 'other']) {
      this.controlPlane.projects.set(id, { id, desc: id, staticAdmin });
      for (const readWrite of [false, true]) {
        const keyId = this.#random.uuid();
        const secret = createHash('sha256')
          .update(keyId)
          .digest('hex')
          .slice(0, 32);
        this.controlPlane.keys.set(keyId, {
          id: keyId,
          secret,
          projectId: id,
          readWrite,
        });
      }
    }
  }

  #pipedMessage(version: 'v0' | 'v1'): PipedMessage {
    const now = Math.floor(this.#clock.now() / 1000);
    const plugins = [
      'kubernetes',
      'wait',
      'waitapproval',
      'scriptrun',
      'analysis',
    ].map(name => ({
      name,
      deploy_targets: name === 'kubernetes' ? ['karmada'] : [],
    }));
    return {
      id: this.#random.uuid(),
      name: `piped-${version}`,
      desc: `piped-${version} desc`,
      project_id: 'demo',
      version: 'v0.57.1',
      cloud_providers: [],
      repositories: [REPOSITORY],
      platform_providers:
        version === 'v0'
          ? [{ name: 'kubernetes-default', type: 'KUBERNETES' }]
          : [],
      plugins: version === 'v1' ? plugins : [],
      keys: [{ hash: 'redacted', creator: 'hello-pipecd' }],
      created_at: now,
      updated_at: now,
    };
  }
}
