import {
  ArtifactVersion,
  placementState,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  PlacementFact,
  PolicyFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { deriveBinding } from '../derive/deriveBinding';
import { BindingNative } from '../native/BindingNative';
import { PolicyNative } from '../native/PolicyNative';
import { projectBinding } from '../project/projectBinding';
import { projectPolicy } from '../project/projectPolicy';
import { projectTemplate } from '../project/projectTemplate';
import { RecordedEvent } from './recording';

const EPOCH = Date.parse('2026-11-21T11:11:07Z');

/** What was derived of a binding at one moment. */
export interface Moment {
  at: number;
  derived: DerivedPlacement;
  /** `progressing`, with flags as `unscheduled+kept`. */
  summary: string;
  /** Cluster to label. */
  targets: Record<string, string>;
}

/**
 * Takes recorded events through project and derive in their order, as the inventory would: each binding is derived when
 * a fact of it changed and when its recheck is due.
 */
export class Replay {
  readonly #bindings = new Map<string, PlacementFact<BindingNative>>();
  readonly #workloads = new Map<string, WorkloadFact>();
  readonly #images = new Map<string, Map<number, ArtifactVersion[]>>();
  readonly #overrides: PolicyFact<PolicyNative>[] = [];
  readonly #moments = new Map<string, Moment[]>();

  static of(events: RecordedEvent[], until = Infinity): Replay {
    const replay = new Replay();
    for (const event of events) {
      if (event.at <= until) {
        replay.#step(event);
      }
    }
    const end = Number.isFinite(until) ? until : events.at(-1)?.at ?? 0;
    replay.#recheck(end);
    return replay;
  }

  /** Every moment of a binding at which something was derived anew. */
  moments(binding: string): Moment[] {
    const found = [...this.#moments.entries()].find(([key]) =>
      key.endsWith(`/${binding}`),
    );
    if (!found) {
      throw new Error(`nothing was recorded of ${binding}`);
    }
    return found[1];
  }

  /** Labels of a cluster, repeats collapsed; `-` while the binding has nothing to do with it. */
  labels(binding: string, cluster: string): string[] {
    return collapse(this.moments(binding).map(m => m.targets[cluster] ?? '-'));
  }

  /** {@link Replay.labels} that lasted at least so many seconds; the last one always counts. */
  lasting(binding: string, cluster: string, seconds: number): string[] {
    const moments = this.moments(binding);
    return lasting(
      moments.map(m => ({ at: m.at, value: m.targets[cluster] ?? '-' })),
      seconds,
    );
  }

  /** {@link Replay.summaries} that lasted at least so many seconds; the last one always counts. */
  lastingSummaries(binding: string, seconds: number): string[] {
    const moments = this.moments(binding);
    return lasting(
      moments.map(({ at, summary }) => ({ at, value: summary })),
      seconds,
    );
  }

  /** States and flags of the summary, repeats collapsed. */
  summaries(binding: string): string[] {
    return collapse(this.moments(binding).map(moment => moment.summary));
  }

  last(binding: string): Moment {
    return this.moments(binding).at(-1)!;
  }

  fact(binding: string): PlacementFact<BindingNative> {
    return [...this.#bindings.values()].find(fact =>
      fact.key.endsWith(`/${binding}`),
    )!;
  }

  #step(event: RecordedEvent) {
    this.#recheck(event.at);
    switch (event.stream) {
      case 'rb':
      case 'crb': {
        const fact = projectBinding(event.object)!;
        this.#bindings.set(fact.key, fact);
        this.#derive(fact, event.at);
        break;
      }
      case 'deploy':
        this.#template(event);
        break;
      case 'op':
        this.#overrides.push(projectPolicy(event.object, 'OverridePolicy')!);
        break;
      default:
    }
  }

  #template(event: RecordedEvent) {
    const fact = projectTemplate(event.object, {
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
    })!;
    this.#workloads.set(fact.key, fact);
    const images = this.#images.get(fact.uid) ?? new Map();
    images.set(fact.generation, fact.images);
    this.#images.set(fact.uid, images);
    for (const binding of this.#bindings.values()) {
      if (binding.workloadKey === fact.key) {
        this.#derive(binding, event.at);
      }
    }
  }

  #recheck(at: number) {
    for (const [key, moments] of this.#moments) {
      let due = moments.at(-1)!.derived.recheckAt;
      while (due !== undefined && due <= EPOCH + at * 1000) {
        this.#derive(this.#bindings.get(key)!, (due - EPOCH) / 1000);
        const next = moments.at(-1)!.derived.recheckAt;
        due = next !== undefined && next > due ? next : undefined;
      }
    }
  }

  #derive(placement: PlacementFact<BindingNative>, at: number) {
    const moments = this.#moments.get(placement.key) ?? [];
    const workload = this.#workloads.get(placement.workloadKey);
    const derived = deriveBinding({
      placement,
      workload,
      overrides: this.#overrides,
      imagesByGeneration: this.#images.get(workload?.uid ?? '') ?? new Map(),
      previous: moments.at(-1)?.derived,
      now: EPOCH + Math.round(at * 1000),
    });
    moments.push({
      at,
      derived,
      summary: [derived.summary.state, ...derived.summary.flags].join('+'),
      targets: Object.fromEntries(
        derived.targets.map(t => [t.cluster, placementState(t.axes)]),
      ),
    });
    this.#moments.set(placement.key, moments);
  }
}

function collapse(values: string[]): string[] {
  return values.filter((value, index) => value !== values[index - 1]);
}

function lasting(
  steps: Array<{ at: number; value: string }>,
  seconds: number,
): string[] {
  const changes = steps.filter(
    ({ value }, index) => value !== steps[index - 1]?.value,
  );
  return collapse(
    changes
      .filter(({ at }, index) => {
        const next = changes[index + 1];
        return !next || next.at - at >= seconds;
      })
      .map(({ value }) => value),
  );
}
