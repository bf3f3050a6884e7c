import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  EntityRuns,
  multiclusterDetailReadPermission,
  multiclusterFleetReadPermission,
  multiclusterLogReadPermission,
  multiclusterRunReadPermission,
  PipelineList,
  PipelineLive,
  RunDetails,
  RunList,
  sentence,
  StageLogFrame,
  StageLogQuery,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking } from '../service/FleetService';
import {
  EntityRunsRequest,
  PipelineOwner,
  RunDetailReader,
  RunListRequest,
  RunReader,
  RunService,
} from '../service/RunService';
import { ViewBody } from '../service/ViewBody';
import { notAllowed, notFound } from '../util/codedErrors';
import { EntityAccess } from './EntityAccess';
import { isUnauthenticated } from './isUnauthenticated';
import { nameVisibleClaims } from './nameVisibleClaims';
import { nameVisibleEntities } from './nameVisibleEntities';
import { requireRuns } from './requireRuns';

interface Options {
  reader: RunReader;
  details: RunDetailReader;
  access: EntityAccess;
}

/**
 * Lets callers with `multicluster.fleet.read` see every pipeline and run, and everyone else those confirmed as belonging to an
 * entity they have `multicluster.run.read` on. Logs, and what is read from a tool on demand, need a confirmed match always: who
 * can edit an entity could otherwise read anybody's.
 */
export class AuthorizedRunService implements RunService {
  readonly #reader: RunReader;
  readonly #details: RunDetailReader;
  readonly #access: EntityAccess;

  static create(options: Options): RunService {
    return new AuthorizedRunService(options);
  }

  private constructor({ reader, details, access }: Options) {
    this.#reader = reader;
    this.#details = details;
    this.#access = access;
  }

  async entityRuns(
    entityRef: string,
    request: EntityRunsRequest,
    { credentials }: Asking,
  ): Promise<ViewBody<EntityRuns>> {
    const entity = await requireRuns(this.#access, entityRef, credentials);
    const view = await this.#reader.entityRuns(entity, request);
    const [[{ match }], items] = await Promise.all([
      nameVisibleClaims([view], this.#access, credentials),
      nameVisibleEntities(view.items, this.#access, credentials),
    ]);
    return { ...view, match, items };
  }

  async list(
    request: RunListRequest,
    { credentials }: Asking,
  ): Promise<ViewBody<RunList>> {
    const entityRefs = await this.#scope(credentials);
    const list = await this.#reader.list({ ...request, entityRefs });
    return {
      ...list,
      items: await nameVisibleEntities(list.items, this.#access, credentials),
    };
  }

  async pipelines(
    request: RunListRequest,
    { credentials }: Asking,
  ): Promise<ViewBody<PipelineList>> {
    const entityRefs = await this.#scope(credentials);
    const list = await this.#reader.pipelines({ ...request, entityRefs });
    return {
      ...list,
      items: await nameVisibleEntities(list.items, this.#access, credentials),
    };
  }

  async run(
    id: string,
    { credentials }: Asking,
  ): Promise<ViewBody<RunDetails>> {
    const owners = await this.#reader.ownersOfRun(id);
    const [fleet, readable] = await Promise.all([
      this.#access.granted(multiclusterFleetReadPermission, credentials),
      this.#readable(owners, credentials),
    ]);
    const view =
      fleet || readable.length > 0 ? await this.#reader.run(id) : undefined;
    // Ids can be guessed, so one that the caller may not see and one that does not exist read the same.
    if (!view) {
      throw notFound('run-not-found', `No run ${id}`);
    }
    const chain = fleet ? view.chain : await this.#own(view.chain, credentials);
    const hidden = view.chain.length - chain.length;
    const named = <T extends { entityRefs: string[] }>(items: T[]) =>
      nameVisibleEntities(items, this.#access, credentials);
    const [[run], chainNamed, behind] = await Promise.all([
      named([view.run]),
      named(chain),
      named(view.behind),
    ]);
    return {
      ...view,
      run,
      behind,
      chain: chainNamed,
      sentences: [
        ...view.sentences,
        ...(hidden > 0
          ? [
              {
                ...sentence('pipeline.chainHidden', { count: hidden }),
                tone: 'info' as const,
              },
            ]
          : []),
      ],
    };
  }

  async live(pipelineId: string, options: Asking): Promise<PipelineLive> {
    const owners = await this.#reader.ownersOfPipeline(pipelineId);
    await this.#authorize(
      multiclusterDetailReadPermission,
      owners,
      { code: 'pipeline-not-found', message: `No pipeline ${pipelineId}` },
      options.credentials,
    );
    return this.#details.live(pipelineId, options);
  }

  async log(
    query: StageLogQuery,
    options: Asking & { signal: AbortSignal },
  ): Promise<AsyncIterable<StageLogFrame>> {
    const authorize = async () =>
      this.#authorize(
        multiclusterLogReadPermission,
        await this.#reader.ownersOfRun(query.runId),
        { code: 'run-not-found', message: `No run ${query.runId}` },
        options.credentials,
      );
    await authorize();
    return this.#details.log(query, {
      ...options,
      // Whatever keeps the right from being confirmed ends the log: it is safer closed than open.
      stillAllowed: () =>
        authorize().then(
          () => 'granted',
          error => (isUnauthenticated(error) ? 'expired' : 'denied'),
        ),
    });
  }

  /** Entities whose pipelines the caller may see; undefined: all pipelines, whose ever they are. */
  async #scope(
    credentials: BackstageCredentials,
  ): Promise<string[] | undefined> {
    if (
      await this.#access.granted(multiclusterFleetReadPermission, credentials)
    ) {
      return undefined;
    }
    const readable = await this.#access.filter(
      multiclusterRunReadPermission,
      await this.#reader.owners(),
      credentials,
    );
    if (readable.length === 0) {
      throw notAllowed(
        'runs-denied',
        'You may see neither the fleet nor the runs of any entity that has pipelines',
      );
    }
    return readable;
  }

  async #own<T extends { entityRefs: string[] }>(
    items: T[],
    credentials: BackstageCredentials,
  ): Promise<T[]> {
    const readable = await this.#access.filter(
      multiclusterRunReadPermission,
      [...new Set(items.flatMap(item => item.entityRefs))],
      credentials,
    );
    return items.filter(item =>
      item.entityRefs.some(ref => readable.includes(ref)),
    );
  }

  #readable(
    owners: PipelineOwner[] | undefined,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    return this.#access.filter(
      multiclusterRunReadPermission,
      confirmedOf(owners),
      credentials,
    );
  }

  async #authorize(
    permission: ResourcePermission<'catalog-entity'>,
    owners: PipelineOwner[] | undefined,
    unknown: { code: string; message: string },
    credentials: BackstageCredentials,
  ): Promise<void> {
    const readable = await this.#readable(owners, credentials);
    const granted = await this.#access.filter(
      permission,
      readable,
      credentials,
    );
    if (granted.length > 0) {
      return;
    }
    const known =
      owners !== undefined &&
      (readable.length > 0 ||
        (await this.#access.granted(
          multiclusterFleetReadPermission,
          credentials,
        )));
    if (!known) {
      throw notFound(unknown.code, unknown.message);
    }
    throw confirmedOf(owners).length === 0
      ? notAllowed(
          'match-not-confirmed',
          'Neither a tool nor the platform confirms whose pipeline this is, so its details are not shown',
        )
      : notAllowed(
          'detail-denied',
          'You may not read the details of this pipeline',
        );
  }
}

function confirmedOf(owners: PipelineOwner[] | undefined): string[] {
  return (owners ?? [])
    .filter(item => item.confirmed)
    .map(item => item.entityRef);
}
