import {
  EnvironmentVersion,
  PromotionChange,
} from '@fairway/backstage-plugin-multicluster-common';
import { PromotionColumn } from '../PromotionColumn';
import { ScopeRun } from '../PromotionScope';
import { changedReferences } from './changedReferences';
import { pipelineOf } from './commitRange';
import { compareUrl, ScmType } from './compareUrl';
import { isAhead } from './isAhead';

/**
 * What would change in an environment (`to`) if it got what the one before it (`from`) has: of each thing, what it has now
 * and what it would get.
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
  const between = { from: from.scope.name, to: to.scope.name };
  if (isAhead(to, from)) {
    // What it would get is older than what it has: nobody is to take that for a change to come.
    return { ...between, images: [], configuration: [], ahead: true };
  }
  return {
    ...between,
    images: changedImages(to, from),
    ...changedReplicas(to, from),
    configuration: [
      ...changedConfiguration(to.brought, from.brought),
      ...changedReferences(to.scope, from.scope),
    ],
    ...changedCommits(to, from, typeOf),
  };
}

/** Whether an environment has something that the next has not: another image or, where no image is known, another commit. */
export function hasSomethingToBring(
  { images, commits }: PromotionChange,
  from: PromotionColumn,
): boolean {
  return from.view.versions.length > 0
    ? images.some(image => image.to !== undefined)
    : commits?.to !== undefined;
}

function changedImages(
  now: PromotionColumn,
  next: PromotionColumn,
): PromotionChange['images'] {
  if (next.view.versions.length === 0) {
    return [];
  }
  const all = [now, next].flatMap(({ view }) => view.versions);
  return [...new Set(all.map(({ name }) => name))].sort().flatMap(name => {
    const a = now.view.versions.filter(version => version.name === name);
    const b = next.view.versions.filter(version => version.name === name);
    if (!isKnown(a, now) || !isKnown(b, next)) {
      return [];
    }
    const [from, to] = labels(a, b);
    return from === to
      ? []
      : [{ name, ...(from && { from }), ...(to && { to }) }];
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
  now: PromotionColumn,
  next: PromotionColumn,
): Pick<PromotionChange, 'replicas'> {
  const [from, to] = [now, next].map(wantedCopies);
  const uncounted = from === undefined && now.view.health !== 'absent';
  return from === to || to === undefined || uncounted
    ? {}
    : { replicas: { ...(from !== undefined && { from }), to } };
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
  now: ScopeRun | undefined,
  next: ScopeRun | undefined,
): PromotionChange['configuration'] {
  if (!now || !next) {
    return [];
  }
  const [a, b] = [now, next].map(configurationOf);
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap(name => {
    const [from, to] = [a.get(name), b.get(name)];
    return from === to
      ? []
      : [{ name, ...(from && { from }), ...(to && { to }) }];
  });
}

function configurationOf({ run }: ScopeRun): Map<string, string> {
  return new Map(
    run.artifacts
      .filter(({ kind }) => ['chart', 'module', 'object'].includes(kind))
      .map(({ name, version }) => [name, version]),
  );
}

/** Two revisions, and a link to what came between. */
function changedCommits(
  now: PromotionColumn,
  next: PromotionColumn,
  typeOf: (host: string) => ScmType | undefined,
): Pick<PromotionChange, 'commits'> {
  const [from, to] = [now.view.commit, next.view.commit];
  if (!to || from?.sha === to.sha) {
    return {};
  }
  const [here, there] = [now, next].map(
    column => pipelineOf(column)?.repository?.remote,
  );
  const url =
    here === there ? compareUrl(here, from?.sha, to.sha, typeOf) : undefined;
  return {
    commits: {
      ...(from && { from }),
      to,
      ...(url && { compareUrl: url }),
    },
  };
}
