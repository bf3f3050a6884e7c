import {
  ApprovalState,
  Requester,
} from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { draftOf } from '../../__testUtils__/draftOf';
import { DirectoryFacts } from '../../engine/directory/DirectoryFacts';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { RequestRecord } from '../../model/RequestRecord';
import { VoteRecord } from '../../model/VoteRecord';

const OWNERS = 'group:default/shop';
const NAMES = ['ann', 'bob', 'cyd', 'dee'] as const;

export const modelPerson = fc.constantFrom(...NAMES);

/** What decides who may vote and what is enough, in plain numbers. */
export interface ModelRules {
  atLeast: number;
  rejections: number;
  /** Which of those who are behind a change may not decide it. */
  separation: { requester: boolean; author: boolean };
}

/** Who is behind a change, and by what of them the tool or the commit tells it. */
interface Behind {
  name: (typeof NAMES)[number];
  role: Requester['role'];
  by: 'ref' | 'name' | 'address';
}

const upToThree = fc.integer({ min: 1, max: 3 });

export const modelRules: fc.Arbitrary<ModelRules> = fc.record({
  atLeast: upToThree,
  rejections: upToThree,
  separation: fc.record({ requester: fc.boolean(), author: fc.boolean() }),
});

export const modelBehind: fc.Arbitrary<Behind[]> = fc.uniqueArray(
  fc.record({
    name: modelPerson,
    role: fc.constantFrom<Requester['role']>('trigger', 'author', 'co-author'),
    by: fc.constantFrom<Behind['by']>('ref', 'name', 'address'),
  }),
  { maxLength: 2, selector: ({ name }) => name },
);

/** Owners of what is decided about: as a reference that only counts, and as the catalog and the request tell of them. */
export class ModelVoters {
  readonly members = new Set<string>(NAMES.map(refOf));
  readonly #behind: Behind[];
  #rules: ModelRules;
  #policy: ApprovalPolicy;

  static create(rules: ModelRules, behind: Behind[]): ModelVoters {
    return new ModelVoters(rules, behind);
  }

  private constructor(rules: ModelRules, behind: Behind[]) {
    this.#rules = rules;
    this.#behind = behind;
    this.#policy = policyOf(rules);
  }

  /** What the platform calls somebody in the tool. */
  static nativeIds(ref: string): string[] {
    return [`${ref.split('/')[1]}-at-tool`];
  }

  get policy(): ApprovalPolicy {
    return this.#policy;
  }

  /** From now on it is decided by the stricter of both. `policy`: as the real code joins them. */
  tighten(by: ModelRules, policy: ApprovalPolicy): void {
    const { atLeast, rejections, separation } = this.#rules;
    this.#policy = policy;
    this.#rules = {
      atLeast: Math.max(atLeast, by.atLeast),
      rejections: Math.min(rejections, by.rejections),
      separation: {
        requester: separation.requester || by.separation.requester,
        author: separation.author || by.separation.author,
      },
    };
  }

  /** The reference: whether somebody asked for it, or wrote it, who may not decide it then. */
  isSeparated(ref: string): boolean {
    const { requester, author } = this.#rules.separation;
    return this.#behind.some(
      ({ name, role }) =>
        refOf(name) === ref && (role === 'trigger' ? requester : author),
    );
  }

  /** The reference: whose votes count. */
  mayVote(ref: string): boolean {
    return this.members.has(ref) && !this.isSeparated(ref);
  }

  /** The reference: what votes come to, each person once. */
  outcomeOf(votes: readonly VoteRecord[]): {
    approved: boolean;
    rejected: boolean;
  } {
    const people = (decision: VoteRecord['decision']) =>
      new Set(
        votes
          .filter(vote => vote.decision === decision)
          .map(({ voter }) => voter),
      ).size;
    return {
      approved: people('approve') >= this.#rules.atLeast,
      rejected: people('reject') >= this.#rules.rejections,
    };
  }

  /** What is known of a request in this state. */
  record(
    so: Partial<RequestRecord> & { state: ApprovalState; generation: number },
  ): RequestRecord {
    return {
      ...draftOf('gate'),
      id: 'request',
      version: 1,
      createdAt: 0,
      updatedAt: 0,
      requesters: this.#behind.map(toRequester),
      policy: this.#policy,
      ...so,
    };
  }

  /** What the catalog says now. */
  facts(): DirectoryFacts {
    const groupsOf = (ref: string) => (this.members.has(ref) ? [OWNERS] : []);
    return {
      owners: [OWNERS],
      ownersOf: () => [OWNERS],
      groupsOf,
      person: ref => ({
        ref,
        exists: true,
        groups: groupsOf(ref),
        email: `${ref.split('/')[1]}@example.com`,
      }),
    };
  }
}

/** As the platform writes down the same rules. */
export function policyOf({
  atLeast,
  rejections,
  separation,
}: ModelRules): ApprovalPolicy {
  return {
    ...draftOf('gate').policy,
    require: { atLeast, of: { owners: true } },
    rejections,
    separation: { ...separation, unmappedAuthor: 'allow' },
  };
}

export function refOf(name: string): string {
  return `user:default/${name}`;
}

function toRequester({ name, role, by }: Behind): Requester {
  const nativeId = {
    ref: 'somebody',
    name: `${name}-at-tool`,
    address: `${name} <${name}@example.com>`,
  }[by];
  return {
    nativeId,
    kind: 'user',
    role,
    ...(by === 'ref' && { entityRef: refOf(name) }),
  };
}
