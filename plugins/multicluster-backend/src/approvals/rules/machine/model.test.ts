import { ApprovalState } from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { advance } from './advance';
import { RequestEvent } from '../../model/RequestEvent';
import { RequestEffect } from './AdvanceResult';

/**
 * Sequences of whatever can happen, against a reference that knows people, steps and a tool and none of the machine's rules; the
 * invariants are checked after every event.
 */
const people = ['ann', 'bob', 'cyd'] as const;
type Person = (typeof people)[number];
/** The first asked for the change. */
const requester: Person = 'ann';
const QUORUM = 2;

interface Vote {
  by: Person;
  decision: 'approve' | 'reject';
  generation: number;
  status: 'counted' | 'withdrawn' | 'void' | 'late';
}
interface Step {
  delivery: number;
  state:
    | 'queued'
    | 'leased'
    | 'sent'
    | 'ambiguous'
    | 'observed'
    | 'recalled'
    | 'not-needed'
    | 'halted';
}
interface Delivery {
  generation: number;
  decision: 'approve' | 'reject';
  state: 'open' | 'recalled' | 'done';
  bypass: boolean;
  votes: Person[];
}

function holds(what: boolean, otherwise: string) {
  if (!what) {
    throw new Error(otherwise);
  }
}

/** A tool that counts what reaches it, and a store with what the machine's effects say. */
class World {
  state: ApprovalState = 'pending';
  decision?: 'approve' | 'reject';
  generation = 1;
  votes: Vote[] = [];
  deliveries: Delivery[] = [];
  steps: Step[] = [];
  open = true;
  /** What the tool took, by delivery. */
  taken: number[] = [];
  finals: ApprovalState[] = [];
  audit = 0;

  counted(decision: 'approve' | 'reject', without?: Person): Person[] {
    return this.votes
      .filter(
        item =>
          item.status === 'counted' &&
          item.generation === this.generation &&
          item.decision === decision &&
          item.by !== without,
      )
      .map(item => item.by);
  }

  get current(): Delivery | undefined {
    const last = this.deliveries.at(-1);
    return last?.state === 'open' ? last : undefined;
  }

  get live(): Step[] {
    return this.steps.filter(
      step =>
        this.current !== undefined &&
        step.delivery === this.deliveries.length - 1,
    );
  }

  get leased(): boolean {
    return this.live.some(({ state }) => state !== 'queued');
  }

  get begun(): boolean {
    return this.live.some(({ state }) =>
      ['sent', 'ambiguous', 'observed'].includes(state),
    );
  }

  /** Tells the machine, and does what it answers. */
  tell(event: RequestEvent, by?: Person): boolean {
    const before = this.state;
    const result = advance(
      {
        state: this.state,
        decision: this.decision,
        delivery: 'worker',
        halted: {
          sentence: { code: 'x', params: {}, text: 'x' },
          owners: ['group:default/owners'],
          may: ['continue', 'roll-back', 'abandon'],
        },
      },
      event,
    );
    if (result.kind === 'refused' || result.kind === 'ignored') {
      return false;
    }
    this.audit += 1;
    if (result.kind === 'moved') {
      this.state = result.to;
      if (result.decision) {
        this.decision =
          result.decision === 'none' ? undefined : result.decision;
      }
    }
    result.effects.forEach(effect => this.#do(effect, event, by, before));
    if (result.kind === 'moved' && result.nextGeneration) {
      this.#grow(result.effects);
    }
    return true;
  }

  #grow(effects: RequestEffect[]) {
    this.generation += 1;
    const sealed = effects.some(({ type }) => type === 'seal');
    if (sealed) {
      this.current!.generation = this.generation;
    }
  }

  #do(
    effect: RequestEffect,
    event: RequestEvent,
    by: Person | undefined,
    before: ApprovalState,
  ) {
    switch (effect.type) {
      case 'store-vote': {
        const { decision } = event as Extract<RequestEvent, { type: 'vote' }>;
        this.votes
          .filter(
            item =>
              effect.as === 'counted' &&
              item.by === by &&
              item.status === 'counted' &&
              item.generation === this.generation,
          )
          .forEach(item => Object.assign(item, { status: 'withdrawn' }));
        this.votes.push({
          by: by!,
          decision,
          generation: this.generation,
          status: effect.as,
        });
        break;
      }
      case 'withdraw-votes': {
        const mine = this.votes.filter(
          item => item.status === 'counted' && item.by === by,
        );
        const these =
          mine.length > 0 || effect.whose === 'own' ? mine : this.votes;
        these
          .filter(item => item.status === 'counted')
          .forEach(item => Object.assign(item, { status: 'withdrawn' }));
        break;
      }
      case 'void-votes':
        this.votes
          .filter(
            item =>
              item.status === 'counted' &&
              (effect.which === 'all' || item.by === by),
          )
          .forEach(item => Object.assign(item, { status: 'void' }));
        break;
      case 'seal':
        // I1, held by an index of the database.
        holds(this.current === undefined, 'one decision stands already');
        // What somebody refused, and did not take back, is not agreed to.
        holds(
          effect.decision === 'reject' ||
            effect.bypass ||
            this.counted('reject').length === 0,
          'a refusal stands against it',
        );
        this.deliveries.push({
          generation: this.generation,
          decision: effect.decision,
          state: 'open',
          bypass: effect.bypass,
          votes: this.counted(effect.decision),
        });
        [0, 1].forEach(() =>
          this.steps.push({
            delivery: this.deliveries.length - 1,
            state: 'queued',
          }),
        );
        break;
      case 'recall-delivery':
        // What reached the tool cannot be taken back.
        holds(!this.begun, 'it reached the tool');
        holds(['queued', 'delivering'].includes(before), 'nothing is queued');
        this.live.forEach(step => Object.assign(step, { state: 'recalled' }));
        this.current!.state = 'recalled';
        break;
      case 'close-delivery':
        this.live
          .filter(({ state }) => state !== 'observed')
          .forEach(step => Object.assign(step, { state: effect.unsent }));
        this.current!.state = 'done';
        break;
      case 'retry':
        this.live
          .filter(({ state }) => ['leased', 'ambiguous'].includes(state))
          .forEach(step => Object.assign(step, { state: 'queued' }));
        break;
      case 'resume':
        this.live
          .filter(({ state }) => state === 'halted')
          .forEach(step => Object.assign(step, { state: 'queued' }));
        break;
      case 'halt':
        this.live
          .filter(({ state }) => ['leased', 'queued'].includes(state))
          .forEach(step => Object.assign(step, { state: 'halted' }));
        break;
      default:
    }
  }
}

type Act = (world: World) => void;
const why = { code: 'x', params: {}, text: 'x' };
const person = fc.constantFrom(...people);

function vote(by: Person, decision: 'approve' | 'reject'): Act {
  return world => {
    // I4: judged before the machine is asked.
    if (by === requester) {
      return;
    }
    const others = world.counted('approve', by);
    const against = world.counted('reject', by);
    world.tell(
      {
        type: 'vote',
        decision,
        quorumMet: others.length + (decision === 'approve' ? 1 : 0) >= QUORUM,
        rejectionsMet: against.length + (decision === 'reject' ? 1 : 0) >= 1,
        gatesOpen: world.open,
        leased: world.leased,
      },
      by,
    );
  };
}

const withdraw =
  (by: Person): Act =>
  world => {
    const mine = world.votes.find(
      item => item.by === by && item.status === 'counted',
    );
    if (!mine) {
      return;
    }
    const quorumMet =
      world.counted('approve', by).length >= QUORUM &&
      world.counted('reject', by).length === 0;
    world.tell(
      {
        type: 'withdraw',
        quorumMet,
        decisive:
          mine.decision === world.decision &&
          (mine.decision === 'reject' || !quorumMet),
        leased: world.leased,
      },
      by,
    );
  };

/** One step of a worker that may fail in every way. */
const work =
  (how: 'ok' | 'lost' | 'down' | 'changed' | 'halt'): Act =>
  world => {
    const step = world.live.find(({ state }) => state === 'queued');
    if (!step || !['queued', 'delivering'].includes(world.state)) {
      return;
    }
    if (!world.tell({ type: 'leased' })) {
      return;
    }
    step.state = 'leased';
    if (how === 'changed') {
      world.tell({
        type: 'preflight-failed',
        why: 'subject',
        begun: world.begun,
      });
    } else if (how === 'halt') {
      world.tell({ type: 'halted', sentence: why });
    } else if (how === 'down') {
      world.tell({ type: 'not-delivered', begun: world.begun });
    } else {
      // I7: nothing reaches the tool without a delivery that stands.
      expect(world.current).toBeDefined();
      const delivery = world.deliveries.length - 1;
      world.taken.push(delivery);
      step.state = how === 'lost' ? 'ambiguous' : 'sent';
      if (how === 'lost') {
        world.tell({ type: 'ambiguous' });
      }
    }
  };

/** A read of the tool: what was sent is there. */
const observe: Act = world => {
  if (!['delivering', 'unknown'].includes(world.state)) {
    return;
  }
  world.live
    .filter(({ state }) => ['sent', 'ambiguous'].includes(state))
    .forEach(step => Object.assign(step, { state: 'observed' }));
  if (world.live.every(({ state }) => state === 'observed')) {
    world.tell({ type: 'delivered' });
  } else if (world.state === 'unknown') {
    world.tell({ type: 'resolved-waiting', begun: world.begun });
  }
};

const acts: fc.Arbitrary<{ name: string; act: Act }> = fc.oneof(
  fc
    .tuple(person, fc.constantFrom('approve' as const, 'reject' as const))
    .map(([by, decision]) => ({
      name: `${by} votes ${decision}`,
      act: vote(by, decision),
    })),
  person.map(by => ({ name: `${by} withdraws`, act: withdraw(by) })),
  person.map(by => ({
    name: `${by} recalls`,
    act: (world: World) =>
      void world.tell({ type: 'recall', leased: world.leased }, by),
  })),
  fc
    .constantFrom<Parameters<typeof work>[0]>(
      'ok',
      'ok',
      'ok',
      'lost',
      'down',
      'changed',
      'halt',
    )
    .map(how => ({ name: `the worker: ${how}`, act: work(how) })),
  fc.constant({ name: 'the tool is read', act: observe }),
  fc.boolean().map(open => ({
    name: open ? 'gates open' : 'gates close',
    act: (world: World) => {
      world.open = open;
      world.tell(
        open
          ? {
              type: 'gates-opened',
              quorumMet: world.counted('approve').length >= QUORUM,
            }
          : { type: 'gates-closed', overrun: false, leased: world.leased },
      );
    },
  })),
  person.map(by => ({
    name: `${by} loses the right`,
    act: (world: World) =>
      void world.tell(
        {
          type: 'eligibility-lost',
          quorumMet:
            world.decision === 'reject'
              ? world.counted('reject', by).length >= 1
              : world.counted('approve', by).length >= QUORUM,
          leased: world.leased,
        },
        by,
      ),
  })),
  fc
    .constantFrom<(world: World) => RequestEvent>(
      world => ({ type: 'subject-changed', leased: world.leased }),
      world => ({
        type: 'policy-changed',
        quorumMet: world.counted('approve').length >= QUORUM,
        rejectionsMet: world.counted('reject').length >= 1,
        leased: world.leased,
      }),
      () => ({ type: 'deadline' }),
      world => ({ type: 'superseded', policy: 'latest', leased: world.leased }),
      world => ({ type: 'superseded', policy: 'queue', leased: world.leased }),
      world => ({ type: 'gate-gone', sentence: why, leased: world.leased }),
      () => ({ type: 'unreadable' }),
      () => ({ type: 'break-glass' }),
      () => ({ type: 'exempted' }),
      world => ({ type: 'resolved', action: 'continue', begun: world.begun }),
      world => ({ type: 'resolved', action: 'roll-back', begun: world.begun }),
      world => ({ type: 'resolved', action: 'abandon', begun: world.begun }),
      () => ({ type: 'content-differs' }),
    )
    .map(eventOf => ({
      name: eventOf.toString(),
      act: (world: World) => void world.tell(eventOf(world)),
    })),
);

const FINALS = [
  'applied',
  'rejected',
  'external',
  'expired',
  'superseded',
  'cancelled',
  'failed',
];

function checkInvariants(world: World) {
  const { state, generation } = world;
  // I1: one decision of a generation that was not taken back.
  const standing = world.deliveries.filter(
    delivery => delivery.state !== 'recalled',
  );
  expect(new Set(standing.map(delivery => delivery.generation)).size).toBe(
    standing.length,
  );
  // I3, I14: what counts is of this generation; nothing is carried over. Going back is a generation of its own that rests on no vote.
  const back = world.deliveries.filter(
    ({ bypass, decision }) => bypass && decision === 'reject',
  ).length;
  for (const item of world.votes.filter(({ status }) => status === 'counted')) {
    expect(item.generation).toBeLessThanOrEqual(generation);
    expect(item.generation).toBeGreaterThanOrEqual(generation - back);
  }
  // I4.
  expect(world.votes.some(({ by }) => by === requester)).toBe(false);
  for (const delivery of world.deliveries.filter(({ bypass }) => !bypass)) {
    expect(delivery.votes.length).toBeGreaterThanOrEqual(
      delivery.decision === 'approve' ? QUORUM : 1,
    );
  }
  // I5: what ended stays so.
  if (FINALS.includes(state)) {
    world.finals.push(state);
  }
  expect(new Set(world.finals).size).toBeLessThanOrEqual(1);
  if (world.finals.length > 0) {
    expect(state).toBe(world.finals[0]);
  }
  // I6, I7: what reached the tool belongs to a decision that was not taken back.
  for (const delivery of world.taken) {
    expect(world.deliveries[delivery].state).not.toBe('recalled');
  }
  // Applied only when each step was observed.
  if (state === 'applied') {
    const last = world.deliveries.length - 1;
    expect(
      world.steps
        .filter(({ delivery }) => delivery === last)
        .map(({ state: step }) => step),
    ).toEqual(['observed', 'observed']);
  }
  // The state and what is decided agree, so that nothing is stuck without an owner (I15).
  const decided = ['queued', 'delivering', 'unknown', 'halted'].includes(state);
  expect(decided).toBe(world.current !== undefined);
  if (decided) {
    expect(world.decision).toBe(world.current?.decision);
  }
  if (state === 'pending' || state === 'held') {
    expect(world.decision).toBeUndefined();
  }
  // What is only on its way by its state could neither be taken back nor go on.
  if (state === 'delivering') {
    expect(
      world.begun || world.live.some(step => step.state === 'leased'),
    ).toBe(true);
  }
}

describe('advance against a world of people, steps and a tool', () => {
  it('keeps every invariant over 10,000 sequences of 40 events', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(acts, { minLength: 1, maxLength: 40, size: 'max' }),
        sequence => {
          const world = new World();
          for (const { act } of sequence) {
            act(world);
            checkInvariants(world);
            reached.add(world.state);
          }
        },
      ),
      { numRuns: 10_000 },
    );
    // A model that never gets anywhere proves nothing. Nobody decides at the tool in it.
    expect([...reached].sort()).toEqual(
      [
        'applied',
        'cancelled',
        'delivering',
        'expired',
        'failed',
        'halted',
        'held',
        'pending',
        'queued',
        'rejected',
        'superseded',
        'unknown',
      ].sort(),
    );
  });
});
