import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  PromotionCommits,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { CommitAnswer, ScmCommits } from '../scm/ScmCommits';
import { PromotionCommitsReader } from '../service/PromotionCommitsService';
import { PromotionDiffQuery } from '../service/PromotionDiffService';
import {
  CommitRangeReader,
  EnvironmentRange,
} from '../views/promotion/CommitRangeReader';
import { compareUrl } from '../views/promotion/rules/compareUrl';
import { ScmHosts } from '../views/promotion/ScmHosts';

interface Options {
  ranges: Pick<CommitRangeReader, 'read'>;
  scm: Pick<ScmCommits, 'between'>;
  hosts: ScmHosts;
}

/** Finds the two commits in the stored rows and asks their host what came between them; where it cannot, it says why. */
export class DefaultPromotionCommitsReader implements PromotionCommitsReader {
  readonly #options: Options;

  static create(options: Options): PromotionCommitsReader {
    return new DefaultPromotionCommitsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async commits(
    entity: Entity,
    { from, to }: PromotionDiffQuery,
  ): Promise<PromotionCommits> {
    const range = await this.#options.ranges.read(entity, { from, to });
    const about = { entityRef: stringifyEntityRef(entity), from, to };
    const observedAt = new Date().toISOString();
    if (range.state !== 'known') {
      const { base, head } = { base: undefined, head: undefined, ...range };
      return {
        ...about,
        ...(base && { base }),
        ...(head && { head }),
        commits: [],
        sentence: notKnown(range),
        observedAt,
      };
    }
    const { repository, base, head, title } = range;
    const { host, path } = repository;
    const url = compareUrl(`https://${host}/${path}`, base, head, name =>
      this.#options.hosts.typeOf(name),
    );
    return {
      ...about,
      base,
      head,
      ...listed(await this.#options.scm.between(range), title),
      ...(url && { compareUrl: url }),
      observedAt,
    };
  }
}

function listed(
  answer: CommitAnswer,
  environment: string,
): Pick<PromotionCommits, 'commits' | 'omitted' | 'sentence'> {
  if (answer.sentence) {
    return { commits: [], sentence: answer.sentence };
  }
  const { commits, total } = answer;
  const omitted = total - commits.length;
  return {
    commits,
    ...(omitted > 0 && { omitted }),
    ...(total === 0 && {
      sentence: sentence('promotion.commits.none', { environment }),
    }),
  };
}

function notKnown(
  range: Exclude<EnvironmentRange, { state: 'known' }>,
): Sentence {
  switch (range.state) {
    case 'same':
      return sentence('promotion.commits.same');
    case 'not-confirmed':
      return sentence('promotion.commits.notConfirmed', {
        pipeline: range.pipeline,
      });
    case 'no-repository':
      return sentence('promotion.commits.noRepository');
    default:
      return sentence('promotion.commits.unknown');
  }
}
