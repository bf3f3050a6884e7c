import type { KubeObject } from '../../apiserver/ObjectStore';
import { timestamp } from '../../clock/timestamp';
import { Objects } from '../../control/Objects';
import type { Clock } from '../../clock/Clock';
import type { Random } from '../../clock/Random';
import type { ObjectStore } from '../../apiserver/ObjectStore';
import { kubernetesTypes } from '../types/kubernetesTypes';

interface EventObject extends KubeObject {
  count: number;
  firstTimestamp: string;
  lastTimestamp: string;
}

/** Real servers keep events for an hour; what is older is gone here too. */
const KEPT = 3_600_000;

/** Repetitions within this long are swallowed, as by the spam filter of real recorders. */
const PAUSE = 60_000;

/** Writes v1 Events, counting repetitions instead of repeating them. */
export class EventRecorder {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #objects: Objects;
  readonly #component: string;
  readonly #known = new Map<string, { name: string; forget: () => void }>();

  static create(
    world: { store: ObjectStore; clock: Clock; random: Random },
    component: string,
  ): EventRecorder {
    return new EventRecorder(world, component);
  }

  private constructor(
    world: { store: ObjectStore; clock: Clock; random: Random },
    component: string,
  ) {
    this.#clock = world.clock;
    this.#random = world.random;
    this.#objects = Objects.create(world.store, component);
    this.#component = component;
  }

  record(
    about: KubeObject,
    type: 'Normal' | 'Warning',
    reason: string,
    options: { message: string },
  ): void {
    const { message } = options;
    const namespace = about.metadata.namespace ?? 'default';
    const identity = `${about.metadata.uid} ${reason} ${message}`;
    const at = timestamp(this.#clock.now());
    const known = this.#objects.get<EventObject>(
      kubernetesTypes.Event,
      namespace,
      this.#known.get(identity)?.name ?? '',
    );
    if (known) {
      if (this.#clock.now() - Date.parse(known.lastTimestamp) < PAUSE) {
        return;
      }
      this.#objects.edit(kubernetesTypes.Event, known, draft => {
        draft.count += 1;
        draft.lastTimestamp = at;
      });
      this.#remember(identity, known);
      return;
    }
    const created = this.#objects.create(
      kubernetesTypes.Event,
      this.#event(about, { type, reason, message, namespace, at }),
    );
    this.#remember(identity, created);
  }

  /** Each repetition begins the hour anew, as each write renews the lease in etcd. */
  #remember(identity: string, event: EventObject): void {
    this.#known.get(identity)?.forget();
    const forget = this.#clock.after(KEPT, () => {
      this.#known.delete(identity);
      this.#objects.remove(kubernetesTypes.Event, event);
    });
    this.#known.set(identity, { name: event.metadata.name, forget });
  }

  #event(
    about: KubeObject,
    given: {
      type: string;
      reason: string;
      message: string;
      namespace: string;
      at: string;
    },
  ): EventObject {
    const { kind, apiVersion, metadata } = about;
    const { type, reason, message, namespace, at } = given;
    const suffix = this.#random.uuid().replaceAll('-', '').slice(0, 16);
    return {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${metadata.name}.${suffix}`, namespace },
      involvedObject: {
        kind,
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
        apiVersion,
        resourceVersion: metadata.resourceVersion,
      },
      reason,
      message,
      source: { component: this.#component },
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
      type,
      eventTime: null,
      reportingComponent: this.#component,
      reportingInstance: '',
    };
  }
}
