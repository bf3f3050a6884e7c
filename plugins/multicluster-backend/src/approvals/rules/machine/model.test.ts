import { ApprovalState } from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { isEmergency } from '../../engine/isEmergency';
import { VoterJudge } from '../../engine/VoterJudge';
import { RequestEvent } from '../../model/RequestEvent';
import { RequestRecord } from '../../model/RequestRecord';
import { VoteRecord } from '../../model/VoteRecord';
import {
  modelBehind,
  modelPerson,
  ModelRules,
  modelRules,
  ModelVoters,
  policyOf,
  refOf,
} from '../__testUtils__/ModelVoters';
import { tightenedBy } from '../policy/tightenedBy';
import { advance } from './advance';
import { RequestEffect } from './AdvanceResult';

/**
 * Sequences of whatever can happen, against a reference that knows people, steps and a tool and none of the machine's rules; the
 * invariants are checked after every event. Whose votes count, and whether they are enough, the machine is told by who judges it.
 */
const judge = VoterJudge.create({
  nativeIds: (_, { ref }) => ModelVoters.nativeIds(ref),
  guestCounts: false,
});

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
}
/** Whose an event is, and which votes it names. */
interface Told {
  by?: string;
  vote?: VoteRecord;
  named?: VoteRecord[];
  /** What the policy becomes where it is applied. */
  rules?: ModelRules;
  policy?: RequestRecord['policy'];
}

function holds(what: boolean, otherwise: string) {
  if (!what) {
    throw new Error(otherwise);
  }
}

/** A tool that counts what reaches it, and a store with what the machine's effects say. */
class World {
  readonly voters: ModelVoters;
  state: ApprovalState = 'pending';
  decision?: 'approve' | 'reject';
  generation = 1;
  votes: VoteRecord[] = [];
  deliveries: Delivery[] = [];
  steps: Step[] = [];
  open = true;
  /** Whether somebody went past the rules, and nobody votes on it again since. */
  broken = false;
  /** What the tool took, by delivery. */
  taken: number[] = [];
  finals: ApprovalState[] = [];
  audit = 0;
  /** What came of it, so that a model in which nothing happens is noticed. */
  readonly seen = new Set<string>();

  constructor(voters: ModelVoters) {
    this.voters = voters;
  }

  get record(): RequestRecord {
    const { state, decision, generation } = this;
    return this.voters.record({
      state,
      generation,
      ...(decision && { decision }),
      ...(this.broken && {
        breakGlass: { by: refOf('ann'), reason: 'x', reviewBy: 0 },
      }),
    });
  }

  /** Votes of this generation. */
  get counted(): VoteRecord[] {
    return this.votes.filter(
      item => item.status === 'counted' && item.generation === this.generation,
    );
  }

  countedBut(voter: string): VoteRecord[] {
    return this.counted.filter(item => item.voter !== voter);
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

  /** E24, as it is done before anything that could seal. */
  voidLost(): void {
    const { record, counted } = this;
    const facts = this.voters.facts();
    const lost = judge.lost(record, counted, facts).map(({ id }) => id);
    if (lost.length > 0) {
      const kept = counted.filter(({ id }) => !lost.includes(id));
      const quorumMet = isEmergency(record) || judge.holds(record, kept, facts);
      this.tell(
        { type: 'eligibility-lost', quorumMet, leased: this.leased },
        { named: counted.filter(({ id }) => lost.includes(id)) },
      );
    }
  }

  /** Tells the machine, and does what it answers. */
  tell(event: RequestEvent, told: Told = {}): boolean {
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
      const collects = result.to === 'pending' || result.to === 'held';
      this.broken = event.type === 'break-glass' || (this.broken && !collects);
      if (result.decision) {
        this.decision =
          result.decision === 'none' ? undefined : result.decision;
      }
    }
    result.effects.forEach(effect => this.#do(effect, told, before));
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

  /** By the reference: what is decided has the votes it needs, of people who may vote, and not too many against it. */
  #checkSealed(decision: 'approve' | 'reject') {
    const { counted, voters } = this;
    const { approved, rejected } = voters.outcomeOf(counted);
    holds(
      decision === 'reject' ? rejected : approved && !rejected,
      `too few of ${counted.map(({ voter }) => voter)} ${decision}`,
    );
    const them = counted.filter(item => item.decision === decision);
    // I4.
    holds(
      them.every(({ voter }) => voters.mayVote(voter)),
      'somebody decides who may not',
    );
    this.seen.add(`${decision} by ${them.length}`);
  }

  #do(effect: RequestEffect, told: Told, before: ApprovalState) {
    const change = (votes: VoteRecord[], status: VoteRecord['status']) =>
      votes
        .filter(item => item.status === 'counted')
        .forEach(item => Object.assign(item, { status }));
    const mine = () => this.votes.filter(({ voter }) => voter === told.by);
    switch (effect.type) {
      case 'store-vote': {
        if (effect.as === 'counted') {
          change(
            mine().filter(item => item.generation === this.generation),
            'withdrawn',
          );
        }
        this.votes.push({ ...told.vote!, status: effect.as });
        break;
      }
      case 'withdraw-votes': {
        const own = mine().filter(({ status }) => status === 'counted');
        const all = told.by !== undefined && effect.whose === 'own-or-all';
        change(own.length === 0 && all ? this.votes : own, 'withdrawn');
        break;
      }
      case 'void-votes':
        change(effect.which === 'all' ? this.votes : told.named ?? [], 'void');
        break;
      case 'apply-policy':
        this.voters.tighten(told.rules!, told.policy!);
        break;
      case 'seal':
        // I1, held by an index of the database.
        holds(this.current === undefined, 'one decision stands already');
        if (!effect.bypass) {
          this.#checkSealed(effect.decision);
        }
        this.deliveries.push({
          generation: this.generation,
          decision: effect.decision,
          state: 'open',
          bypass: effect.bypass,
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
const person = modelPerson.map(refOf);
/** While it can still be decided otherwise, votes that were lost are void before another is cast. */
const WAITS: ApprovalState[] = ['pending', 'held', 'queued'];

function voteOf(world: World, voter: string, decision: VoteRecord['decision']) {
  return {
    id: `vote-${world.votes.length}`,
    requestId: 'request',
    generation: world.generation,
    voter,
    decision,
    subjectDigest: 'd1',
    status: 'counted' as const,
    groups: [],
    channel: 'portal' as const,
    at: 0,
    ordinal: world.votes.length,
  };
}

/** E1-E4, E12: as votes are cast. */
function vote(by: string, decision: 'approve' | 'reject'): Act {
  return world => {
    const { voters } = world;
    const facts = voters.facts();
    const voter = { userEntityRef: by };
    const verdict = judge.judge(world.record, voter, decision, facts);
    if (!verdict.allowed) {
      holds(!voters.mayVote(by), `${by} may vote, and is refused`);
      world.seen.add(verdict.code);
      return;
    }
    // I4: nothing is even kept of whoever may not vote.
    holds(voters.mayVote(by), `${by} may not vote, and is let`);
    if (WAITS.includes(world.state)) {
      world.voidLost();
    }
    const before = world.state;
    const cast = voteOf(world, by, decision);
    const taken = world.tell(
      {
        type: 'vote',
        decision,
        ...judge.tally(world.record, [...world.countedBut(by), cast], facts),
        gatesOpen: world.open,
        leased: world.leased,
      },
      { by, vote: cast },
    );
    if (taken && (before === 'pending' || before === 'held')) {
      expect([world.state, world.decision]).toEqual(
        afterVote(world, before, decision),
      );
    }
  };
}

/** The reference: what a vote makes of what waits for votes, or for its gates. */
function afterVote(
  { voters, counted, open }: World,
  before: 'pending' | 'held',
  decision: 'approve' | 'reject',
) {
  const { approved, rejected } = voters.outcomeOf(counted);
  if (decision === 'reject' && rejected) {
    return ['queued', 'reject'];
  }
  if (before === 'held') {
    // What is held is asked for its votes once its gates open.
    return [approved || decision === 'approve' ? 'held' : 'pending', undefined];
  }
  if (decision === 'reject' || !approved || rejected) {
    return ['pending', undefined];
  }
  return open ? ['queued', 'approve'] : ['held', undefined];
}

/** E5. */
const withdraw =
  (by: string): Act =>
  world => {
    const { record, counted } = world;
    const rest = world.countedBut(by);
    if (rest.length === counted.length) {
      return;
    }
    const facts = world.voters.facts();
    const left = judge.tally(record, rest, facts);
    world.tell(
      {
        type: 'withdraw',
        quorumMet: left.quorumMet && !left.rejectionsMet,
        decisive: !isEmergency(record) && !judge.holds(record, rest, facts),
        leased: world.leased,
      },
      { by },
    );
  };

/** E9 and E10. */
const turnGates =
  (open: boolean): Act =>
  world => {
    world.open = open;
    if (!open) {
      const { leased } = world;
      world.tell({ type: 'gates-closed', overrun: false, leased });
      return;
    }
    world.voidLost();
    const { record, counted, voters } = world;
    const quorumMet = judge.holds(record, counted, voters.facts());
    world.tell({ type: 'gates-opened', quorumMet });
  };

/** E25, and then E24, as time takes its turn. */
const tighten =
  (rules: ModelRules): Act =>
  world => {
    const { record, counted, voters } = world;
    const policy = tightenedBy(record.policy, policyOf(rules));
    if (!policy || world.broken || world.current?.bypass) {
      return;
    }
    const facts = voters.facts();
    const judged = { ...record, policy };
    const lost = judge.lost(judged, counted, facts).map(({ id }) => id);
    const kept = counted.filter(({ id }) => !lost.includes(id));
    world.tell(
      {
        type: 'policy-changed',
        quorumMet: judge.holds(judged, kept, facts),
        rejectionsMet:
          judge.tally(judged, kept, facts).rejectionsMet &&
          !judge.tally(record, counted, facts).rejectionsMet,
        leased: world.leased,
      },
      {
        named: counted.filter(({ id }) => lost.includes(id)),
        rules,
        policy,
      },
    );
    world.voidLost();
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
  // Often, or hardly ever do three people agree.
  {
    weight: 8,
    arbitrary: fc
      .tuple(person, fc.constantFrom('approve' as const, 'reject' as const))
      .map(([by, decision]) => ({
        name: `${by} votes ${decision}`,
        act: vote(by, decision),
      })),
  },
  person.map(by => ({ name: `${by} withdraws`, act: withdraw(by) })),
  person.map(by => ({
    name: `${by} recalls`,
    act: (world: World) =>
      void world.tell(
        { type: 'recall', leased: world.leased },
        // What was decided past the rules rests on no vote, so that none goes with it.
        isEmergency(world.record) ? {} : { by },
      ),
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
    act: turnGates(open),
  })),
  fc.tuple(person, fc.boolean()).map(([by, stays]) => ({
    name: `${by} ${stays ? 'joins' : 'leaves'}, and nobody looks`,
    act: ({ voters: { members } }: World) =>
      void (stays ? members.add(by) : members.delete(by)),
  })),
  fc.constant({
    name: 'rights are looked at',
    act: (world: World) => world.voidLost(),
  }),
  modelRules.map(rules => ({
    name: `the policy asks for ${JSON.stringify(rules)} as well`,
    act: tighten(rules),
  })),
  fc
    .constantFrom<(world: World) => RequestEvent>(
      world => ({ type: 'subject-changed', leased: world.leased }),
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
  // I4: nobody decides what they asked for or wrote, and nobody counts twice.
  const voters = world.counted.map(({ voter }) => voter);
  expect(voters.filter(voter => world.voters.isSeparated(voter))).toEqual([]);
  expect(new Set(voters).size).toBe(voters.length);
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
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        modelRules,
        modelBehind,
        fc.array(acts, { minLength: 1, maxLength: 40, size: 'max' }),
        (rules, behind, sequence) => {
          const world = new World(ModelVoters.create(rules, behind));
          for (const { act } of sequence) {
            act(world);
            checkInvariants(world);
            reached.add(world.state);
          }
          world.seen.forEach(what => seen.add(what));
        },
      ),
      { numRuns: 10_000 },
    );
    // A model that never gets anywhere proves nothing.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...['IS_REQUESTER', 'IS_AUTHOR', 'NOT_ELIGIBLE'],
        ...['approve by 1', 'approve by 2', 'approve by 3'],
        ...['reject by 1', 'reject by 2', 'reject by 3'],
      ]),
    );
    // Nobody decides at the tool in it.
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
