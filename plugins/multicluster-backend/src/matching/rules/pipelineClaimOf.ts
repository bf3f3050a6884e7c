import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_PIPELINES,
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim, RepositoryClaim } from './EntityClaim';
import { gitPlace } from './gitPlace';
import { LONGEST_ANNOTATION } from './longestAnnotation';
import { parsePipelineClaims } from './parsePipelineClaims';

type PipelinePart = Pick<
  EntityClaim,
  'pipelines' | 'toolAnnotations' | 'repositories' | 'pipelineProblems'
>;

/**
 * What an entity says of its pipelines, or undefined when it says nothing. Absent parts are left out, so that entities
 * without any are the same as before there were pipelines.
 *
 * @param toolAnnotations - annotations that delivery tools call their own; undefined: no tool is configured, and nothing is read
 */
export function pipelineClaimOf(
  entity: Entity,
  toolAnnotations: readonly string[] | undefined,
): PipelinePart | undefined {
  if (!toolAnnotations) {
    return undefined;
  }
  const annotations = entity.metadata.annotations ?? {};
  const problems: Sentence[] = [];
  const read = (annotation: string) => {
    const value = annotations[annotation]?.trim();
    if (value && value.length > LONGEST_ANNOTATION) {
      problems.push(unreadable(annotation, `${value.slice(0, 60)}…`));
      return undefined;
    }
    return value || undefined;
  };
  const { claims, unread } = parsePipelineClaims(
    read(ANNOTATION_PIPELINES) ?? '',
  );
  problems.push(...unread.map(part => unreadable(ANNOTATION_PIPELINES, part)));
  const ofTools = toolAnnotations.flatMap(annotation => {
    const value = read(annotation);
    return value ? [[annotation, value] as const] : [];
  });
  const repositories = repositoriesOf(entity);
  const part: PipelinePart = {
    ...(claims.length > 0 && { pipelines: claims }),
    ...(ofTools.length > 0 && { toolAnnotations: Object.fromEntries(ofTools) }),
    ...(repositories.length > 0 && { repositories }),
    ...(problems.length > 0 && { pipelineProblems: problems }),
  };
  return Object.keys(part).length > 0 ? part : undefined;
}

/** The catalog writes where it read an entity from over whatever the entity says of it; its source location it may say. */
function repositoriesOf(entity: Entity): RepositoryClaim[] {
  const at = (annotation: string) => {
    const ref = entity.metadata.annotations?.[annotation] ?? '';
    return ref.startsWith('url:') ? gitPlace(ref.slice(4)) : undefined;
  };
  const registered = at(ANNOTATION_LOCATION);
  const source = at(ANNOTATION_SOURCE_LOCATION);
  const isSame =
    source?.remote === registered?.remote && source?.path === registered?.path;
  return [
    ...(registered ? [{ ...registered, registered: true }] : []),
    ...(source && !isSame ? [{ ...source, registered: false }] : []),
  ];
}

function unreadable(annotation: string, value: string): Sentence {
  return sentence('match.unreadable', { annotation, value });
}
