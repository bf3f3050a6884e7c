import { createHash } from 'node:crypto';
import { PlacementFact, PolicyFact } from '../../../../contract';
import { LanesWorld, LanesWorldLane } from '../LanesWorld';

/** What is known of one lane. */
export interface ToyLane extends LanesWorldLane {
  image: string;
  replicas: number;
  secret?: string;
  version: number;
  /** Absent: the policy was deleted. */
  policy?: {
    hold?: true | string[];
    by?: string;
    requestId?: string;
    manager?: string;
  };
  /** What was held when the policy went. */
  left?: true | string[];
  /** What each cluster got last. */
  sent: Record<string, string>;
}

/** A system that holds dispatch, in memory, with everything that the conformance kit can ask for. */
export class ToyLanes implements Required<LanesWorld> {
  readonly lanes = new Map<string, ToyLane>();
  answers = true;
  reachable = true;

  /** Sends what is not held. */
  dispatch(lane: ToyLane): void {
    const hold = lane.policy ? lane.policy.hold : lane.left;
    for (const cluster of lane.clusters) {
      if (hold !== true && !hold?.includes(cluster)) {
        lane.sent[cluster] = lane.image;
      }
    }
  }

  digest(lane: ToyLane, copies: boolean): string {
    const { image, replicas, secret } = lane;
    const text = JSON.stringify([image, secret, copies ? replicas : 0]);
    return createHash('sha256').update(text).digest('hex');
  }

  async place(name: string): Promise<LanesWorldLane> {
    const lane: ToyLane = {
      name,
      clusters: ['one', 'two'],
      image: 'example.org/app:1',
      replicas: 1,
      version: 1,
      policy: {},
      sent: {},
    };
    this.lanes.set(name, lane);
    this.dispatch(lane);
    return lane;
  }

  async facts({ name }: LanesWorldLane) {
    const lane = this.lanes.get(name)!;
    const { hold, by } = lane.policy ?? {};
    const policy: PolicyFact = {
      type: 'policy',
      key: name,
      kind: 'ToyPolicy',
      namespace: '',
      name,
      role: 'placement',
      deleting: false,
      native: { ...(hold && { hold }), ...(by && { by }) },
    };
    const placement: PlacementFact = {
      type: 'placement',
      key: name,
      workloadKey: name,
      workload: { group: '', version: 'v1', kind: 'Toy', namespace: '', name },
      dependency: false,
      ...(lane.policy && { policyId: name }),
      native: { held: Boolean(lane.policy ? hold : lane.left) },
    };
    return { policy, placements: [placement] };
  }

  #change(name: string, change: (lane: ToyLane) => void): void {
    const lane = this.lanes.get(name)!;
    change(lane);
    this.dispatch(lane);
  }

  async changeImage({ name }: LanesWorldLane, image: string) {
    this.#change(name, lane => {
      lane.image = image;
    });
  }

  async scale({ name }: LanesWorldLane, replicas: number) {
    this.#change(name, lane => {
      lane.replicas = replicas;
    });
  }

  async addSecret({ name }: LanesWorldLane, value: string) {
    this.#change(name, lane => {
      lane.secret = value;
    });
  }

  async touchPolicy({ name }: LanesWorldLane) {
    this.#change(name, lane => {
      lane.version += 1;
    });
  }

  async manageElsewhere({ name }: LanesWorldLane) {
    this.#change(name, lane => {
      lane.policy!.manager = 'somebody';
      lane.version += 1;
    });
    return 'somebody';
  }

  async deletePolicy({ name }: LanesWorldLane) {
    this.#change(name, lane => {
      lane.left = lane.policy?.hold;
      delete lane.policy;
    });
  }

  async runsOn({ name }: LanesWorldLane, cluster: string) {
    const image = this.lanes.get(name)?.sent[cluster];
    return image ? [image] : [];
  }

  unmapped() {
    return { userEntityRef: 'user:default/nobody', ownershipEntityRefs: [] };
  }

  async loseAnswers() {
    this.answers = false;
    return async () => {
      this.answers = true;
    };
  }

  async cutOff() {
    this.reachable = false;
    return async () => {
      this.reachable = true;
    };
  }

  async remove({ name }: LanesWorldLane) {
    this.lanes.delete(name);
  }
}
