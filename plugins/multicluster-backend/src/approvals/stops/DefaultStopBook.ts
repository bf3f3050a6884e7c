import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { wholeText } from '../model/wholeText';
import { Acting } from '../../service/Acting';
import { StopBook, StopInput } from '../../service/StopService';
import { badInput } from '../../util/codedErrors';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';
import { Row } from '../store/Row';
import { StopRecord } from './StopRecord';
import { stopRows } from './stopRows';
import { toLineStop } from './toLineStop';

const SHOWN_FOR_MS = 24 * 3600_000;

interface Options {
  store: ApprovalStore;
  /** Those that are configured. A stop of another that no request is in either would hold nothing, and seem to; absent: any. */
  environments?: readonly string[];
  /** Configured names of sources, for the same reason; asked each time, because modules add theirs while the portal starts. */
  sources?: () => readonly string[];
  /** Called after something changed, so that views are read again. */
  changed?: () => void;
}

/** Stops of the line, in the table that workers look into before each sending. */
export class DefaultStopBook implements StopBook {
  readonly #store: ApprovalStore;
  readonly #environments?: readonly string[];
  readonly #sources?: () => readonly string[];
  readonly #changed: () => void;

  static create(options: Options): DefaultStopBook {
    return new DefaultStopBook(options);
  }

  private constructor({ store, environments, sources, changed }: Options) {
    this.#store = store;
    this.#environments = environments;
    this.#sources = sources;
    this.#changed = changed ?? (() => {});
  }

  async list(): Promise<LineStop[]> {
    const { knex } = this.#store;
    const since = (await this.#store.now()) - SHOWN_FOR_MS;
    const rows: Row[] = await knex('approval_stop')
      .where('until', '>', since)
      .andWhere(query =>
        query.whereNull('lifted_at').orWhere('lifted_at', '>', since),
      )
      .orderBy('created_at', 'desc')
      .limit(500);
    return rows.map(row => toLineStop(stopRows.of(row)));
  }

  async stop(input: StopInput, acting: Acting): Promise<LineStop> {
    const until = Date.parse(input.until);
    const reason = reasonOf(input.reason);
    const stopped = await this.#once(acting, async (trx, now) => {
      if (!(until > now)) {
        throw badInput('invalid-until', 'until: has passed or is no moment');
      }
      await this.#requireKnown(trx, input.scope);
      const record: StopRecord = {
        id: randomUUID(),
        ...scopeOf(input.scope),
        reason,
        by: acting.caller.userEntityRef,
        createdAt: now,
        until,
      };
      await trx('approval_stop').insert(stopRows.to(record));
      await this.#note(trx, acting, 'line.stopped', record);
      return record;
    });
    this.#changed();
    return stopped!;
  }

  async lift(
    id: string,
    input: { reason: string },
    acting: Acting,
  ): Promise<LineStop | undefined> {
    const reason = reasonOf(input.reason);
    const lifted = await this.#once(acting, async (trx, now) => {
      const row: Row | undefined = await trx('approval_stop')
        .where({ id })
        .first();
      if (!row || row.lifted_at !== null) {
        return row && stopRows.of(row);
      }
      const record: StopRecord = {
        ...stopRows.of(row),
        liftedAt: now,
        liftedBy: acting.caller.userEntityRef,
      };
      await trx('approval_stop').where({ id }).update(stopRows.to(record));
      await this.#note(trx, acting, 'line.lifted', record, reason);
      return record;
    });
    this.#changed();
    return lifted;
  }

  async #requireKnown(
    trx: Knex.Transaction,
    { environment, source }: StopInput['scope'],
  ): Promise<void> {
    if (
      environment !== undefined &&
      this.#environments?.includes(environment) === false &&
      !(await trx('approval_request').where({ environment }).first('id'))
    ) {
      throw badInput('unknown-environment', 'There is no such environment');
    }
    if (
      source !== undefined &&
      this.#sources?.().includes(source) === false &&
      !(await trx('approval_request').where({ source }).first('id'))
    ) {
      throw badInput('unknown-source', 'There is no such source');
    }
  }

  /** A repetition gets the first answer, and stops nothing a second time. */
  async #once(
    { caller, idempotency }: Acting,
    work: (
      trx: Knex.Transaction,
      now: number,
    ) => Promise<StopRecord | undefined>,
  ): Promise<LineStop | undefined> {
    return this.#store.transaction(async trx => {
      const now = await this.#store.now(trx);
      const asked = { ...idempotency, caller: caller.userEntityRef };
      const known = await idempotencyBook.claim(trx, { ...asked, now });
      if (known !== undefined) {
        return JSON.parse(known) ?? undefined;
      }
      const record = await work(trx, now);
      const answer = record && toLineStop(record);
      await idempotencyBook.store(trx, {
        ...asked,
        body: JSON.stringify(answer ?? null),
      });
      return answer;
    });
  }

  async #note(
    trx: Knex.Transaction,
    { caller, evidence }: Acting,
    action: string,
    record: StopRecord,
    reason = record.reason,
  ): Promise<void> {
    const { id, environment, source, entityRef, until } = record;
    await this.#store.append(trx, [
      {
        actor: caller.userEntityRef,
        action,
        environment,
        payload: {
          stop: id,
          reason,
          until,
          evidence,
          ...(source && { source }),
          ...(entityRef && { entityRef }),
        },
      },
    ]);
  }
}

function reasonOf(reason: string): string {
  const text = wholeText(reason);
  if (text === '') {
    throw badInput('REASON_REQUIRED', 'A reason is needed');
  }
  return text;
}

/** Entities are stored by their whole ref in lower case: a scope that is written otherwise would hold nothing, and seem to. */
function scopeOf({ entityRef, ...scope }: StopInput['scope']) {
  if (entityRef === undefined) {
    return scope;
  }
  try {
    const ref = stringifyEntityRef(parseEntityRef(entityRef));
    return { ...scope, entityRef: ref.toLocaleLowerCase('en-US') };
  } catch {
    throw badInput(
      'invalid-entity-ref',
      'entityRef: is no whole reference, such as component:default/shop',
    );
  }
}
