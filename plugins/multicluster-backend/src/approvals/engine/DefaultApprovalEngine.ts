import { LoggerService } from '@backstage/backend-plugin-api';
import { DeliveryWorker } from '../delivery/DeliveryWorker';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import {
  ApprovalEngine,
  BreakGlassCommand,
  EngineAnswer,
  Judgement,
  Opening,
  PersonCommand,
  RequestDraft,
  RequestSnapshot,
  SubjectChange,
  VoteCommand,
  Voter,
} from './ApprovalEngine';
import { CareActs } from './CareActs';
import { ChangedPolicies } from './ChangedPolicies';
import { Directory } from './directory/DirectoryFacts';
import { Exempted, Exemption, ExemptRequests } from './ExemptRequests';
import { Failpoint } from './Failpoint';
import { ObservedEvents } from './ObservedEvents';
import { OpenRequests } from './OpenRequests';
import { PersonDesk } from './PersonDesk';
import { PersonGrounds } from './PersonGrounds';
import { PolicyBook } from './PolicyBook';
import { PolicyTurn } from './PolicyTurn';
import { QuorumOutlook } from './QuorumOutlook';
import { QuorumWatch } from './QuorumWatch';
import { RequestLook } from './RequestLook';
import { RightsSweeper } from './RightsSweeper';
import { sentenceOfCode } from './sentenceOfCode';
import { SourceSight } from './SourceSight';
import { StepPlanner } from './StepPlanner';
import { Sweeper } from './Sweeper';
import { TakeBackActs } from './TakeBackActs';
import { TimeTurn } from './TimeTurn';
import { VoteActs } from './VoteActs';
import { VoterJudge } from './VoterJudge';

export interface ApprovalEngineOptions {
  store: ApprovalStore;
  directory: Directory;
  /** Tells who could vote, by answers that may be some seconds old; absent: as `directory`. */
  outlook?: Directory;
  judge: VoterJudge;
  planner: StepPlanner;
  /** By what requests are decided by now; absent: policies do not change. */
  policies?: PolicyBook;
  /** Which sources can be read; absent: all of them. */
  sight?: SourceSight;
  logger: LoggerService;
  /** Delivers what is sealed; told when something may be due, and asked where the person's own request has to deliver. */
  worker?: Pick<DeliveryWorker, 'wake' | 'deliverNow'>;
  /** The demo's switch is on. */
  guestCounts?: boolean;
  failpoint?: Failpoint;
  /** Called after something was written about a request. */
  changed?: (requestId: string) => void;
}

/**
 * Whoever decided is answered first: what the worker then finds, of them or of others, takes as long as the answer, and would be
 * taken up right in the middle of it.
 */
const ANSWER_MS = 30;

/** {@inheritDoc ApprovalEngine} */
export class DefaultApprovalEngine implements ApprovalEngine {
  readonly #options: ApprovalEngineOptions;
  readonly #desk: PersonDesk;
  readonly #opener: OpenRequests;
  readonly #exempter: ExemptRequests;
  readonly #events: ObservedEvents;
  readonly #votes: VoteActs;
  readonly #takeBack: TakeBackActs;
  readonly #care: CareActs;
  readonly #watch: QuorumWatch;
  readonly #sweeper: Sweeper;
  readonly #rights: RightsSweeper;

  static create(options: ApprovalEngineOptions): DefaultApprovalEngine {
    return new DefaultApprovalEngine(options);
  }

  private constructor(options: ApprovalEngineOptions) {
    const { store, planner, judge, policies, guestCounts = false } = options;
    const desk = PersonDesk.create(options);
    const policy = PolicyTurn.create(options);
    this.#options = options;
    this.#desk = desk;
    this.#opener = OpenRequests.create(store);
    this.#exempter = ExemptRequests.create({
      ...options,
      opener: this.#opener,
    });
    this.#events = ObservedEvents.create({ store, planner });
    this.#votes = VoteActs.create({ desk, judge, planner, policy });
    this.#takeBack = TakeBackActs.create({ desk, judge, planner });
    this.#care = CareActs.create({
      desk,
      judge,
      planner,
      policy,
      guestCounts,
    });
    this.#watch = QuorumWatch.create({
      ...options,
      outlook: QuorumOutlook.create({
        judge,
        directory: options.outlook ?? options.directory,
      }),
      changed: id => this.#changed(id),
    });
    const look = RequestLook.create({
      ...options,
      desk,
      turn: TimeTurn.create({ ...options, policy }),
      changed: id => this.#changed(id),
    });
    this.#sweeper = Sweeper.create({ store, look });
    this.#rights = RightsSweeper.create({
      ...options,
      look,
      watch: this.#watch,
      ...(policies && {
        changedPolicies: ChangedPolicies.create({ knex: store.knex, policies }),
      }),
    });
  }

  async open(draft: RequestDraft): Promise<Opening> {
    const opening = await this.#opener.open(await this.#watch.opening(draft));
    if (opening.opened) {
      this.#changed(opening.request.id);
    }
    return opening;
  }

  async exempt(draft: RequestDraft, exemption: Exemption): Promise<Exempted> {
    const exempted = await this.#exempter.exempt(draft, exemption);
    if (exempted.sealed) {
      this.#changed(exempted.request.id);
    }
    return exempted;
  }

  async subjectChanged(id: string, change: SubjectChange) {
    return this.#told(await this.#events.subjectChanged(id, change));
  }

  async gateGone(id: string, why: Parameters<ApprovalEngine['gateGone']>[1]) {
    return this.#told(await this.#events.gateGone(id, why));
  }

  async gateSeen(id: string): Promise<void> {
    await this.#events.gateSeen(id);
  }

  async decidedElsewhere(
    id: string,
    decided: Parameters<ApprovalEngine['decidedElsewhere']>[1],
  ) {
    return this.#told(await this.#events.decidedElsewhere(id, decided));
  }

  async endedUndecided(
    id: string,
    end: Parameters<ApprovalEngine['endedUndecided']>[1],
  ) {
    return this.#told(await this.#events.endedUndecided(id, end));
  }

  async superseded(id: string, by?: string) {
    return this.#told(await this.#events.superseded(id, by));
  }

  async prepare(id: string, by: Voter): Promise<PersonGrounds> {
    return this.#desk.grounds(id, lowered(by));
  }

  async vote(command: VoteCommand): Promise<EngineAnswer> {
    const answer = await this.#answered(
      await this.#votes.vote(normalised(command)),
    );
    return this.#inRequest(answer, command.userCredential);
  }

  async withdraw(command: PersonCommand): Promise<EngineAnswer> {
    return this.#answered(await this.#takeBack.withdraw(normalised(command)));
  }

  async recall(command: PersonCommand): Promise<EngineAnswer> {
    return this.#answered(await this.#takeBack.recall(normalised(command)));
  }

  async breakGlass(command: BreakGlassCommand): Promise<EngineAnswer> {
    const answer = await this.#answered(
      await this.#care.breakGlass(normalised(command)),
    );
    return this.#inRequest(answer, command.userCredential);
  }

  async review(command: PersonCommand & { comment: string }) {
    return this.#answered(await this.#care.review(normalised(command)));
  }

  async resolve(command: Parameters<ApprovalEngine['resolve']>[0]) {
    return this.#answered(await this.#care.resolve(normalised(command)));
  }

  async get(id: string): Promise<RequestSnapshot> {
    return this.#options.store.snapshot(id);
  }

  async findOpen(gateKey: string): Promise<RequestRecord | undefined> {
    return this.#opener.findOpen(gateKey);
  }

  async judge(
    snapshot: RequestSnapshot,
    by: Voter,
    decision: 'approve' | 'reject',
  ): Promise<Judgement> {
    const facts = await this.#desk.facts(snapshot, by.userEntityRef);
    const verdict = this.#options.judge.judge(
      snapshot.request,
      by,
      decision,
      facts,
    );
    return verdict.allowed
      ? verdict
      : { ...verdict, sentence: sentenceOfCode(verdict.code) };
  }

  async sweep(signal?: AbortSignal): Promise<void> {
    await this.#sweeper.sweep(signal);
  }

  async sweepRights(signal?: AbortSignal): Promise<void> {
    await this.#rights.sweep(signal);
  }

  async #answered(answer: EngineAnswer): Promise<EngineAnswer> {
    const { request } = answer.snapshot;
    if (!answer.replayed) {
      if (request.sealedAt === answer.snapshot.readAt) {
        await this.#options.failpoint?.('after-seal-commit');
      }
      this.#changed(request.id);
    }
    return answer;
  }

  #told(snapshot: RequestSnapshot): RequestSnapshot {
    // Nothing was written where the moment of the last write is another one.
    if (snapshot.request.updatedAt === snapshot.readAt) {
      this.#changed(snapshot.request.id);
    }
    return snapshot;
  }

  /** What only this request can send is sent before it is answered. A repetition finds nothing left to send. */
  async #inRequest(
    answer: EngineAnswer,
    userCredential: string | undefined,
  ): Promise<EngineAnswer> {
    const { request, steps } = answer.snapshot;
    const step = steps.find(({ state }) => state === 'leased');
    if (request.delivery !== 'in-request' || !step || answer.replayed) {
      return answer;
    }
    const { id, requestId, fence } = step;
    await this.#options.worker?.deliverNow(
      { id, requestId, fence },
      // Without one there is nothing to send with; the step is then given back.
      userCredential,
    );
    return { ...answer, snapshot: await this.get(requestId) };
  }

  #changed(id: string): void {
    this.#options.changed?.(id);
    setTimeout(() => this.#options.worker?.wake(), ANSWER_MS).unref();
  }
}

function normalised<T extends PersonCommand>(command: T): T {
  return { ...command, by: lowered(command.by) };
}

/** Refs are compared as text, and the catalog does not tell their letters apart. */
function lowered({ userEntityRef, ...by }: Voter): Voter {
  return userEntityRef
    ? { ...by, userEntityRef: userEntityRef.toLocaleLowerCase('en-US') }
    : by;
}
