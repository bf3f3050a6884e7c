import { Knex } from 'knex';
import { FreshRuns } from '../pull/FreshRuns';
import { Directory } from '../engine/directory/DirectoryFacts';
import { shortReason } from '../delivery/shortReason';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { eventOfGate } from './eventOfGate';
import { eventOfHalted, HaltedSight } from './eventOfHalted';
import { eventOfPull } from './eventOfPull';
import { GateEvent } from './GateEvent';
import { isReadWhole } from './isReadWhole';
import { OpenRequest } from './selectOpenRequests';

interface Options {
  knex: Knex;
  engine: ApprovalEngine;
  store: ApprovalStore;
  fresh: Pick<FreshRuns, 'read'>;
  directory: Pick<Directory, 'read'>;
  /** What the platform's configuration calls a person in a source. */
  nativeIds: (
    source: string,
    person: { ref: string; email?: string },
  ) => readonly string[];
}

/** On their way: what is seen of their gates is the worker's to judge, who knows what was sent. */
const TAKEN_UP: RequestRecord['state'][] = ['delivering', 'unknown'];

/** Tells the engine what is stored of the gate that a request is about. Nobody is asked for it, so that it is quick. */
export class RequestFollower {
  static create(options: Options): RequestFollower {
    return new RequestFollower(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param newest - when the newest run of each pipeline was made
   * @returns `waits`: what it is about is to be looked at. `missed`: the tool is to be asked, see {@link missed}. `nothing`: there
   * is nothing to tell as long as what is stored stays as it is
   */
  async follow(
    item: OpenRequest,
    newest: ReadonlyMap<number, number>,
  ): Promise<'waits' | 'missed' | 'nothing' | 'told'> {
    const { engine } = this.#options;
    const { request, record } = item;
    if (TAKEN_UP.includes(request.state)) {
      return 'nothing';
    }
    const event = await this.#eventOf(item);
    switch (event.type) {
      case 'gone':
        return 'missed';
      case 'decided':
        await engine.decidedElsewhere(request.id, event);
        return 'told';
      case 'ended':
        await engine.endedUndecided(request.id, event);
        return 'told';
      case 'waits':
        break;
      default:
        return 'nothing';
    }
    if (request.missingSince !== undefined) {
      await engine.gateSeen(request.id);
    }
    // What halted is somebody's to say how it goes on with, as it was decided.
    if (request.state === 'halted') {
      return 'nothing';
    }
    const newer = record && newest.get(record.pipeline.id);
    // A gate of a tool that nobody can close from here would stay open there, and the newer run behind it.
    if (request.kind === 'pull' && record && newer! > record.createdAt) {
      await engine.superseded(request.id);
    }
    return 'waits';
  }

  /**
   * What is stored does not have it: the tool is asked before that counts as a read that did not find it. A run that is not stored
   * at all nobody can ask about: what is stored may have been emptied, so that this says something only once all of it was read again.
   */
  async missed(item: OpenRequest): Promise<void> {
    const { engine, fresh, knex } = this.#options;
    const { request, record } = item;
    if (!record && !(await isReadWhole(knex, request.source))) {
      // What was missed before is found out anew by then.
      if (request.missingSince !== undefined) {
        await engine.gateSeen(request.id);
      }
      return;
    }
    if (record && request.kind === 'gate') {
      // What the tool's client throws can quote the request that failed, and with it a credential; it ends in the log.
      const run = await fresh.read(record).catch(error => {
        throw new Error(
          `${request.source} could not be read: ${shortReason(error)}`,
        );
      });
      if (run && eventOfGate(request, run).type !== 'gone') {
        return;
      }
    }
    const event = await this.#eventOf(item);
    if (event.type === 'gone') {
      await engine.gateGone(request.id, { sentence: event.sentence });
    }
  }

  async #eventOf({ request, record, entry }: OpenRequest): Promise<GateEvent> {
    const event =
      request.kind === 'pull'
        ? eventOfPull(record?.derived, entry)
        : eventOfGate(request, record?.derived);
    return request.state === 'halted' && record
      ? eventOfHalted(event, await this.#sightOf(request, record, entry))
      : event;
  }

  async #sightOf(
    request: RequestRecord,
    { derived }: NonNullable<OpenRequest['record']>,
    entry: HaltedSight['entry'],
  ): Promise<HaltedSight> {
    const { directory, nativeIds, store } = this.#options;
    const { steps } = await store.snapshot(request.id);
    // A source may know people by their addresses alone. Without the catalog nothing is told: it would read as somebody else's.
    const facts = await directory.read({
      users: [...new Set(steps.flatMap(({ voter }) => voter ?? []))],
      entityRefs: [],
    });
    return {
      request,
      run: derived,
      steps,
      namesOf: ref => nativeIds(request.source, facts.person(ref) ?? { ref }),
      ...(entry && { entry }),
    };
  }
}
