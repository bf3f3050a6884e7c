import { ArtifactVersion } from '@fairway/backstage-plugin-multicluster-common';
import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { hash } from 'node:crypto';
import { GenerationRow } from '../store/GenerationRow';
import { DeriveItem } from './DeriveItem';
import { StoredContent } from './StoredContent';

/** Of the digest of images; raise it with any change of how it is made, because only digests of one form are compared. */
const FORM = '1:';

/** What a generation of a template is; undefined: nobody knows it. */
export type Contents = (
  generation: number | undefined,
) => StoredContent['ran'] | undefined;

/**
 * The contents of a template: that of its newest generation, and of those before it that are stored. Each is digested once, when it is
 * first asked for: a thousand targets run the same.
 */
export function contentsOf(
  { workloadFact: fact }: Pick<DeriveItem, 'workloadFact'>,
  stored: readonly GenerationRow[],
): Contents {
  const known = new Map<number, StoredContent['ran']>();
  return generation => {
    if (!fact || generation === undefined) {
      return undefined;
    }
    if (!known.has(generation)) {
      known.set(generation, contentOf(fact, generation, stored));
    }
    return known.get(generation);
  };
}

function contentOf(
  fact: WorkloadFact,
  generation: number,
  stored: readonly GenerationRow[],
): StoredContent['ran'] {
  if (generation === fact.generation) {
    return toContent(fact.uid, generation, fact.settings, fact.images);
  }
  const row = stored.find(
    one => one.uid === fact.uid && one.generation === generation,
  );
  return (
    row && toContent(fact.uid, generation, row.settings, JSON.parse(row.images))
  );
}

function toContent(
  uid: string,
  generation: number,
  settings: string | null | undefined,
  images: ArtifactVersion[],
): StoredContent['ran'] {
  if (!settings) {
    return undefined;
  }
  const names = images.map(({ container, image }) => [container, image]);
  const digest = hash('sha256', JSON.stringify(names), 'base64url');
  // Kept for each of 100,000 targets and more.
  return [uid.slice(0, 8), generation, settings, FORM + digest.slice(0, 8)];
}
