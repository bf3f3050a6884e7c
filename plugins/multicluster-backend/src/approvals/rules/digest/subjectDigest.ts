import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import { canonicalJson } from './canonicalJson';
import { sha256Hex } from './sha256Hex';

/**
 * Hex SHA-256 of what is decided about. Equal for two subjects that mean the same: the order of keys, images, targets and
 * clusters says nothing; everything else does, to the byte.
 */
export function subjectDigest(subject: ApprovalSubject): string {
  return sha256Hex(
    canonicalJson({
      ...subject,
      images: sorted(subject.images),
      targets: sorted(subject.targets),
      lane: subject.lane && {
        ...subject.lane,
        clusters: sorted(subject.lane.clusters),
      },
    }),
  );
}

function sorted<T>(list: T[] | null): T[] | null {
  return (
    list &&
    list
      .map(item => ({ item, text: canonicalJson(item) }))
      .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
      .map(({ item }) => item)
  );
}
