import { status } from '@grpc/grpc-js';
import { RawDeployment } from '../wire/messages';
import { FakeAnswer, FakeCall, FakeControlPlane } from './FakeControlPlane';

const NOT_FOUND: FakeAnswer = {
  error: { code: status.NOT_FOUND, details: 'Deployment is not found' },
};

/** Rows of a project behind a {@link FakeControlPlane}, listed and paged as PipeCD does it. */
export class FakeProject {
  static on(fake: FakeControlPlane): FakeProject {
    return new FakeProject(fake);
  }

  readonly deployments = new Map<string, RawDeployment>();
  /** Rows that no list names. */
  readonly hidden = new Set<string>();
  applications: object[] = [];
  pipeds: object[] = [];
  /** Called before each page. */
  beforePage: (cursor: string) => void = () => {};

  private constructor(fake: FakeControlPlane) {
    const list = (call: FakeCall) => this.#list(call);
    const get = ({ request }: FakeCall): FakeAnswer => {
      const deployment = this.deployments.get(String(request.deployment_id));
      return deployment ? { response: { deployment } } : NOT_FOUND;
    };
    fake
      .on('web', 'ListDeployments', list)
      .on('api', 'ListDeployments', list)
      .on('web', 'GetDeployment', get)
      .on('api', 'GetDeployment', get)
      .on('web', 'GetMe', { response: {} })
      .on('web', 'GetStageLog', NOT_FOUND)
      .on('web', 'ListPipeds', () => ({ response: { pipeds: this.pipeds } }))
      .on('web', 'ListApplications', () => ({
        response: { applications: this.applications },
      }))
      .on('api', 'ListApplications', ({ request }) => ({
        response: {
          applications: this.applications.filter(
            one =>
              Boolean((one as { disabled?: boolean }).disabled) ===
              Boolean(request.disabled),
          ),
        },
      }));
  }

  /** A deployment that changed now. */
  put(id: string, raw: Partial<RawDeployment> = {}): void {
    const now = Math.floor(Date.now() / 1000);
    this.deployments.set(id, {
      id,
      application_id: 'app-1',
      application_name: 'shop',
      project_id: 'demo',
      created_at: this.deployments.get(id)?.created_at ?? now,
      updated_at: now,
      status: 2,
      ...raw,
    });
  }

  #list({ request }: FakeCall): FakeAnswer {
    const cursor = String(request.cursor ?? '');
    this.beforePage(cursor);
    const size = Number(request.page_size ?? request.limit);
    const min = Number(request.page_min_updated_at ?? 0);
    const [at, id] = cursor === '' ? [Infinity, ''] : cursor.split('/');
    const after = (row: RawDeployment) =>
      row.updated_at! < Number(at) ||
      (row.updated_at === Number(at) && row.id! > id);
    const rows = [...this.deployments.values()]
      .filter(row => !this.hidden.has(row.id!) && row.updated_at! >= min)
      .sort((a, b) => b.updated_at! - a.updated_at! || (a.id! < b.id! ? -1 : 1))
      .filter(after)
      .slice(0, size);
    const last = rows.at(-1);
    return {
      response: {
        deployments: rows,
        cursor: last ? `${last.updated_at}/${last.id}` : '',
      },
    };
  }
}
