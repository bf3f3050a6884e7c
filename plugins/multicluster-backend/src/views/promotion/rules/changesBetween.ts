import {
  EnvironmentVersion,
  PromotionChange,
} from '@fairway/backstage-plugin-multicluster-common';
import { PromotionColumn } from '../PromotionColumn';
import { ScopeRun } from '../PromotionScope';
import { compareUrl, ScmType } from './compareUrl';

/**
 * What differs between an environment and the next. `from` and `to` are what the environment of that name has.
 *
 * @remarks
 * What nobody can know is compared with nothing: an image is listed as missing only where everything that runs there is
 * known. Tags that are not pinned are compared by the ids that clusters report, and are no change where there are none.
 *
 * @param typeOf - what the host of a repository is, for the link
 */
export function changesBetween(
  from: PromotionColumn,
  to: PromotionColumn,
  typeOf: (host: string) => ScmType | undefined,
): PromotionChange {
  return {
    from: from.scope.name,
    to: to.scope.name,
    images: changedImages(from, to),
    ...changedReplicas(from, to),
    configuration: changedConfiguration(from.brought, to.brought),
    ...changedCommits(from, to, typeOf),
  };
}

/** Whether an environment has something that the next has not: another image or, where no image is known, another commit. */
export function hasSomethingToBring(
  { images, commits }: PromotionChange,
  from: PromotionColumn,
): boolean {
  return from.view.versions.length > 0
    ? images.some(image => image.from !== undefined)
    : commits?.from !== undefined && commits.from.sha !== commits.to?.sha;
}

function changedImages(
  from: PromotionColumn,
  to: PromotionColumn,
): PromotionChange['images'] {
  const left = from.view.versions;
  const right = to.view.versions;
  if (left.length === 0) {
    return [];
  }
  const names = [...new Set([...left, ...right].map(({ name }) => name))];
  return names.sort().flatMap(name => {
    const a = left.filter(version => version.name === name);
    const b = right.filter(version => version.name === name);
    if (!isKnown(a, from) || !isKnown(b, to)) {
      return [];
    }
    const [first, second] = labels(a, b);
    return first === second
      ? []
      : [
          {
            name,
            ...(first && { from: first }),
            ...(second && { to: second }),
          },
        ];
  });
}

/** Whether the versions of an image in an environment are all there is; none counts only where nothing is unknown. */
function isKnown(versions: EnvironmentVersion[], column: PromotionColumn) {
  return versions.length > 0
    ? versions.every(({ knowledge }) => knowledge === 'known')
    : !column.scope.unread &&
        column.view.versions.every(({ knowledge }) => knowledge === 'known');
}

/** Tags; where those are equal and the content is not, with the beginning of the id. */
function labels(a: EnvironmentVersion[], b: EnvironmentVersion[]): string[] {
  const tags = [a, b].map(side => join(side.map(({ version }) => version)));
  const ids = [a, b].map(side => join(side.flatMap(({ digests }) => digests)));
  return tags[0] === tags[1] && ids[0] && ids[1] && ids[0] !== ids[1]
    ? [a, b].map(side => join(side.flatMap(withDigests)))
    : tags;
}

function withDigests({ version, digests }: EnvironmentVersion): string[] {
  return digests.map(
    digest => `${version}@${digest.replace(/^sha256:/, '').slice(0, 12)}`,
  );
}

function join(values: string[]): string {
  return [...new Set(values)].sort().join(', ');
}

function changedReplicas(
  from: PromotionColumn,
  to: PromotionColumn,
): Pick<PromotionChange, 'replicas'> {
  const [a, b] = [from, to].map(wantedCopies);
  return a === b || a === undefined
    ? {}
    : { replicas: { from: a, ...(b !== undefined && { to: b }) } };
}

/** Undefined where no copy says how many it should be. */
function wantedCopies({ scope }: PromotionColumn): number | undefined {
  const wanted = scope.targets.flatMap(
    ({ replicas }) => replicas.desired ?? [],
  );
  return wanted.length > 0
    ? wanted.reduce((sum, count) => sum + count, 0)
    : undefined;
}

/** What runs delivered beside images: charts, modules, objects by their version or hash. */
function changedConfiguration(
  from: ScopeRun | undefined,
  to: ScopeRun | undefined,
): PromotionChange['configuration'] {
  const [a, b] = [from, to].map(configurationOf);
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap(name => {
    const [first, second] = [a.get(name), b.get(name)];
    return first === second || !from || !to
      ? []
      : [
          {
            name,
            ...(first && { from: first }),
            ...(second && { to: second }),
          },
        ];
  });
}

function configurationOf(run: ScopeRun | undefined): Map<string, string> {
  const artifacts = run?.run.artifacts ?? [];
  return new Map(
    artifacts
      .filter(({ kind }) => ['chart', 'module', 'object'].includes(kind))
      .map(({ name, version }) => [name, version]),
  );
}

/** Two revisions, and a link to what came between, from what the next environment has to what it would get. */
function changedCommits(
  from: PromotionColumn,
  to: PromotionColumn,
  typeOf: (host: string) => ScmType | undefined,
): Pick<PromotionChange, 'commits'> {
  const [a, b] = [from.view.commit, to.view.commit];
  if ((!a && !b) || a?.sha === b?.sha) {
    return {};
  }
  const [here, there] = [from, to].map(remoteOf);
  const url =
    here === there ? compareUrl(here, b?.sha, a?.sha, typeOf) : undefined;
  return {
    commits: {
      ...(a && { from: a }),
      ...(b && { to: b }),
      ...(url && { compareUrl: url }),
    },
  };
}

function remoteOf({ scope, brought }: PromotionColumn): string | undefined {
  return scope.deliveries.find(
    ({ pipeline }) => pipeline.rowId === brought?.pipelineRowId,
  )?.pipeline.repository?.remote;
}
