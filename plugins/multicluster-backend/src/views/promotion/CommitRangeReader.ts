import { Entity } from '@backstage/catalog-model';
import { badInput } from '../../util/codedErrors';
import { titleOf } from './PromotionColumn';
import { PromotionColumnsReader } from './PromotionColumnsReader';
import { commitRange, CommitRange } from './rules/commitRange';

/** {@inheritDoc CommitRange} */
export type EnvironmentRange = CommitRange & {
  /** What people call the environment that would get something. */
  title: string;
};

/** Reads which commits stand between two environments of an entity, from the stored rows alone. */
export class CommitRangeReader {
  readonly #columns: PromotionColumnsReader;

  static create(options: {
    columns: PromotionColumnsReader;
  }): CommitRangeReader {
    return new CommitRangeReader(options.columns);
  }

  private constructor(columns: PromotionColumnsReader) {
    this.#columns = columns;
  }

  /** Throws an InputError for what is no environment of the entity. */
  async read(
    entity: Entity,
    { from, to }: { from: string; to: string },
  ): Promise<EnvironmentRange> {
    const { columns } = await this.#columns.read(entity);
    const [next, now] = [from, to].map(name =>
      columns.find(({ scope }) => scope.name === name),
    );
    if (!next || !now || next === now) {
      throw badInput(
        'environment-unknown',
        'Two environments of the entity are compared; one is none, or named twice',
      );
    }
    return { ...commitRange(next, now), title: titleOf(now.scope) };
  }
}
