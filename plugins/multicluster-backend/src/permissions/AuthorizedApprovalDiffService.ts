import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { SubjectDiffReader } from '../approvals/diff/SubjectDiffReader';
import { ApprovalDiffService } from '../service/ApprovalDiffService';
import { ApprovalService } from '../service/ApprovalService';
import { Asking } from '../service/FleetService';
import { isMeantForReaders } from '../detail/isMeantForReaders';
import { EntityAccess } from './EntityAccess';
import { requireDetails } from './requireDetails';

interface Options {
  approvals: Pick<ApprovalService, 'approval'>;
  access: EntityAccess;
  reader: Pick<SubjectDiffReader, 'read'>;
}

/** Each is several reads at far ends. */
const MOST_ENTITIES = 3;
/** Of a shared lane; each is a question to catalog and permissions. */
const MOST_ASKED = 50;

/** Lets a caller see what would change of entities whose manifests they may compare, of requests that they may see. */
export class AuthorizedApprovalDiffService implements ApprovalDiffService {
  static create(options: Options): ApprovalDiffService {
    return new AuthorizedApprovalDiffService(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async diff(id: string, asking: Asking) {
    const { approvals, access, reader } = this.#options;
    const { item } = await approvals.approval(id, {}, asking);
    const refs = item.request.entityRefs;
    const refused: unknown[] = [];
    const entities = await Promise.all(
      refs.slice(0, MOST_ASKED).map(entityRef =>
        requireDetails(
          access,
          { entityRef, what: 'manifests' },
          asking.credentials,
        ).catch((error): undefined => {
          if (!isMeantForReaders(error)) {
            throw error;
          }
          refused.push(error);
        }),
      ),
    );
    const allowed = entities.flatMap(entity => entity ?? []);
    if (allowed.length === 0 && refused.length > 0) {
      throw refused[0];
    }
    const compared = allowed.slice(0, MOST_ENTITIES);
    const read = await Promise.all(
      compared.map(entity => reader.read(entity, item.request, asking)),
    );
    const told = new Map(read.map(({ basis }) => [basis.text, basis]));
    const basis =
      told.size > 0 ? [...told.values()] : [sentence('approval.diff.noEntity')];
    return {
      diff: read.flatMap(({ diff }) => diff),
      basis: [
        ...basis,
        // What is left out must not read as unchanged.
        ...(compared.length < refs.length
          ? [
              sentence('approval.diff.someEntities', {
                shown: compared.length,
                total: refs.length,
              }),
            ]
          : []),
      ],
      observedAt: new Date().toISOString(),
    };
  }
}
