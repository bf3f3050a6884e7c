import { setTimeout as sleep } from 'node:timers/promises';
import { ObserveContext } from '@fairway/backstage-plugin-multicluster-node';
import {
  deliveryMarks,
  KubernetesTransport,
  observeResource,
  problemSentence,
  ServedResource,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { Discovery } from '../Discovery';
import { projectTemplate, TemplateKind } from '../project/projectTemplate';
import { claimAnnotations } from './fixedLanes';
import { isOfThePlatform } from './isOfThePlatform';
import { laneNames } from './laneNames';
import { templateKinds } from './templateKinds';
import { TemplateTimings } from './TemplateTimings';

interface RunningLane {
  stop: AbortController;
  ended: Promise<void>;
}

/**
 * Observes the kinds of templates that bindings refer to, and the usual workloads. Kinds come and go with the bindings;
 * one that may not be listed or is not served is a problem of that kind alone.
 *
 * @internal
 */
export class TemplateLanes {
  static create(options: {
    transport: KubernetesTransport;
    discovery: Discovery;
    configMaps: boolean;
    context: ObserveContext;
    timings: TemplateTimings;
  }): TemplateLanes {
    return new TemplateLanes(options);
  }

  readonly #options: Parameters<typeof TemplateLanes.create>[0];
  readonly #lanes = new Map<string, RunningLane>();
  /** Kinds that passed by in bindings, before the store can tell of them. */
  readonly #seen = new Map<string, { kind: TemplateKind; at: number }>();
  readonly #unserved = new Set<string>();
  #wake: () => void = () => {};
  #begun = false;
  #failure?: { error: unknown };

  private constructor(options: Parameters<typeof TemplateLanes.create>[0]) {
    this.#options = options;
  }

  /** A binding refers to this kind. Cheap: called for every binding that is read. */
  note(group: string, version: string, kind: string): void {
    const id = `${group}/${kind}`;
    const seen = this.#seen.get(id);
    if (seen) {
      seen.at = this.#options.context.now();
    } else {
      const at = this.#options.context.now();
      this.#seen.set(id, { kind: { group, version, kind }, at });
      this.#wake();
    }
  }

  /** Resources that are observed now, for asking whether they may be. */
  resources(): Array<{ group: string; resource: string }> {
    return [...this.#lanes.keys()].map(lane => {
      const [resource, ...group] = lane.split('.');
      return { group: group.join('.'), resource };
    });
  }

  /** Whether the lanes of the usual kinds have begun. */
  get begun(): boolean {
    return this.#begun;
  }

  async run(signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted && !this.#failure) {
        await this.#adjust(signal);
        this.#begun = true;
        await this.#pause(signal);
      }
    } finally {
      for (const { stop } of this.#lanes.values()) {
        stop.abort();
      }
      await Promise.all([...this.#lanes.values()].map(lane => lane.ended));
    }
    if (this.#failure && !signal.aborted) {
      throw this.#failure.error;
    }
  }

  async #adjust(signal: AbortSignal): Promise<void> {
    const { context, timings, configMaps } = this.#options;
    for (const [id, { at }] of this.#seen) {
      if (context.now() - at > timings.forgetMs) {
        this.#seen.delete(id);
      }
    }
    const referenced = await context.sink.referencedKinds();
    const seen = [...this.#seen.values()].map(({ kind }) => kind);
    const wanted = templateKinds([...referenced, ...seen], { configMaps });
    const names = new Set<string>();
    for (const kind of wanted) {
      const served = await this.#resourceOf(kind);
      const lane = laneNames.lane(
        served ?? { ...kind, resource: laneNames.plural(kind.kind) },
      );
      names.add(lane);
      if (!this.#lanes.has(lane)) {
        this.#start(lane, kind, served, signal);
      }
    }
    await this.#retire(names);
  }

  /** Undefined: the server says that it does not serve it. Without discovery the usual plural is tried. */
  async #resourceOf(kind: TemplateKind): Promise<ServedResource | undefined> {
    const { discovery, timings } = this.#options;
    const find = () =>
      discovery.known?.findKind(kind) ??
      discovery.known?.findKind({ group: kind.group, kind: kind.kind });
    let served = find();
    if (!served) {
      await discovery.read(timings.rediscoverMs).catch(() => undefined);
      served = find();
    }
    return served || discovery.known
      ? served
      : {
          ...kind,
          resource: laneNames.plural(kind.kind),
          namespaced: true,
          verbs: [],
          subresources: [],
        };
  }

  #start(
    lane: string,
    kind: TemplateKind & { whole: boolean },
    served: ServedResource | undefined,
    signal: AbortSignal,
  ): void {
    const { context, transport } = this.#options;
    const subject = laneNames.subject(kind.kind);
    if (!served) {
      this.#unserved.add(lane);
      context.report.declare(lane, { subject });
      context.report.problem(lane, {
        code: 'not-served',
        sentence: problemSentence('not-served', { subject }),
      });
      return;
    }
    if (this.#unserved.delete(lane)) {
      context.report.recovered(lane);
    }
    const stop = new AbortController();
    const { group, version, resource } = served;
    const ended = observeResource({
      transport,
      resource: { group, version, resource, kind: kind.kind },
      lane,
      subject,
      detail: kind.whole ? 'object' : 'metadata',
      annotations: [...claimAnnotations, ...deliveryMarks],
      project: object => {
        const fact = projectTemplate(object, { ...kind, version });
        return fact && !isOfThePlatform(fact) ? [fact] : [];
      },
      context: { ...context, signal: AbortSignal.any([signal, stop.signal]) },
    }).catch(error => {
      this.#failure ??= { error };
      this.#wake();
    });
    this.#lanes.set(lane, { stop, ended });
  }

  async #retire(wanted: Set<string>): Promise<void> {
    const { context } = this.#options;
    for (const [lane, { stop, ended }] of this.#lanes) {
      if (!wanted.has(lane)) {
        stop.abort();
        await ended;
        this.#lanes.delete(lane);
        // Nobody will see any more what becomes of these templates: their rows go, and no checkpoint stays.
        const sweep = await context.sink.beginSweep(lane);
        await sweep.complete('');
        context.report.retire(lane);
      }
    }
  }

  async #pause(signal: AbortSignal): Promise<void> {
    const { timings } = this.#options;
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    const either = AbortSignal.any([signal, woken.signal]);
    // Kinds come in crowds during a first list; they are gathered before the store is asked.
    await sleep(timings.pollMs, undefined, { signal: either }).catch(() =>
      sleep(timings.gatherMs, undefined, { signal }).catch(() => undefined),
    );
    this.#wake = () => {};
  }
}
