import {
  ApprovalSubject,
  SubjectImage,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * A subject as it is now, held against the one that is voted on: knowing more, or less, of the same thing is no other thing.
 *
 * @remarks
 * A digest that somebody reports only later (a canary came up) and a part that cannot be read now keep what the stored one
 * says. Otherwise each first report would void votes, and absence of data would decide something. What was known and reads
 * differently is a change.
 */
export function settledSubject(
  stored: ApprovalSubject,
  now: ApprovalSubject,
): ApprovalSubject {
  const images = settledImages(stored.images, now.images);
  const targets = now.targets ?? stored.targets;
  const commit = now.commit ?? stored.commit;
  return {
    ...now,
    // A policy that changes is judged by itself, by the stricter of both, and voids nothing here.
    policyHash: stored.policyHash,
    commit,
    images,
    targets,
    unknown: Object.fromEntries(
      Object.entries({ ...stored.unknown, ...now.unknown }).filter(
        ([part]) => (({ commit, images, targets }[part] ?? null) === null),
      ),
    ),
  };
}

function settledImages(
  stored: SubjectImage[] | null,
  now: SubjectImage[] | null,
): SubjectImage[] | null {
  if (!stored || !now) {
    return now ?? stored;
  }
  return now.map(image => {
    const before = stored.find(
      ({ name, version }) => name === image.name && version === image.version,
    );
    const moved =
      before?.digest && image.digest && before.digest !== image.digest;
    return before && !moved ? before : image;
  });
}
