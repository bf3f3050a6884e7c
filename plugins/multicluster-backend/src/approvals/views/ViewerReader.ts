import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { Viewer } from '../../service/ApprovalService';
import { Person } from '../engine/directory/DirectoryFacts';
import { SourceSight } from '../engine/SourceSight';
import { PersonReader } from './PersonReader';
import { ViewerFacts } from './ViewerFacts';

interface Options {
  people: Pick<PersonReader, 'read'>;
  nativeIds: (source: string, person: Person) => readonly string[];
  /** Why nobody may vote in this portal. */
  platform?: ApprovalCode;
  /** Why nothing is begun that somebody would have to carry out. */
  off?: ApprovalCode;
  guestCounts: boolean;
  sight: SourceSight;
}

/** What is known of who looks. */
export class ViewerReader {
  static create(options: Options): ViewerReader {
    return new ViewerReader(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** A catalog that cannot be read makes nobody an approver; the page is shown all the same. */
  async read({
    by,
    person: known,
  }: Pick<Viewer, 'by' | 'person'>): Promise<ViewerFacts> {
    const { people, nativeIds, sight } = this.#options;
    const { platform, off, guestCounts } = this.#options;
    const [person, unreadable] = await Promise.all([
      known ?? people.read(by).catch(() => undefined),
      sight.unreadable(),
    ]);
    return {
      by,
      ...(person && { person }),
      nativeIds: source => (person ? nativeIds(source, person) : []),
      ...(platform && { platform }),
      ...(off && { off }),
      guestCounts,
      unreadable,
    };
  }
}
