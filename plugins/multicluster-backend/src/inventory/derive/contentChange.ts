import { DerivedTarget } from '@fairway/backstage-plugin-multicluster-node';
import { StoredContent } from './StoredContent';
import { versionLabel } from './versionLabel';

/** A content that changed while the version stayed as it was. */
export interface ContentChange {
  /** Digests of settings and images. */
  from: string;
  to: string;
  cause: 'settings' | 'image' | 'settings-and-image';
  /** Absent: which version runs is not known, because an override may change it. */
  version?: string;
}

type Versions = Pick<DerivedTarget, 'versions' | 'versionKnowledge'>;

/**
 * What is to be remembered of the content of a target, and whether it changed under the same version. A change of the version tells
 * of itself, and is none here.
 *
 * @remarks
 * Content that is not known for a while is compared with what was last known, and the first that is known is no change. Neither is
 * another digest of the same generation: a server of another release writes the same in another form. What is older than what was
 * known before is a look back while a rollout begins, and no way back: that is a generation of its own. Under an override another
 * image may be another version as well as none, which nobody can tell: only settings are compared then, and the version that ran
 * before stands for it no longer.
 *
 * @param content - of the generation that runs there; undefined: nobody knows it
 */
export function contentChange(
  previous: (Versions & StoredContent) | undefined,
  target: Versions,
  content: StoredContent['ran'] | undefined,
): { stored: StoredContent; change?: ContentChange } {
  const version = versionOf(target);
  const before = previous?.ran;
  const ranAs = previous && (previous.ranAs ?? versionOf(previous));
  const now = target.versionKnowledge === 'unknown' ? undefined : content;
  if (!now || (before && isOlder(now, before))) {
    return { stored: toStored(before, ranAs, version) };
  }
  const changed =
    before && !isSame(now, before) ? changeOf(before, now) : undefined;
  const runsAs = version ?? (changed?.images ? undefined : ranAs);
  const stored = toStored(now, runsAs, version);
  if (!before || !changed || (version !== undefined && version !== ranAs)) {
    return { stored };
  }
  const cause = causeOf(
    version === undefined ? { ...changed, images: false } : changed,
  );
  return {
    stored,
    ...(cause && {
      change: {
        from: textOf(before),
        to: textOf(now),
        cause,
        ...(runsAs !== undefined && { version: runsAs }),
      },
    }),
  };
}

type Content = NonNullable<StoredContent['ran']>;

function isSame([uid, generation]: Content, before: Content): boolean {
  return uid === before[0] && generation === before[1];
}

function isOlder([uid, generation]: Content, before: Content): boolean {
  return uid === before[0] && generation < before[1];
}

interface Changed {
  settings: boolean;
  images: boolean;
}

function changeOf(before: Content, now: Content): Changed {
  return {
    settings: differ(before[2], now[2]),
    images: differ(before[3], now[3]),
  };
}

/** Digests of different forms say nothing of each other. */
function differ(before: string, now: string): boolean {
  return formOf(before) === formOf(now) && before !== now;
}

function formOf(digest: string): string {
  return digest.slice(0, digest.indexOf(':') + 1);
}

function causeOf({
  settings,
  images,
}: Changed): ContentChange['cause'] | undefined {
  if (settings) {
    return images ? 'settings-and-image' : 'settings';
  }
  return images ? 'image' : undefined;
}

function textOf([, , settings, images]: Content): string {
  return `${settings}.${images}`;
}

/** The version stands there already where it is the one that is known now. */
function toStored(
  ran: Content | undefined,
  ranAs: string | undefined,
  version: string | undefined,
): StoredContent {
  return {
    ...(ran && { ran }),
    ...(ran && ranAs !== undefined && ranAs !== version && { ranAs }),
  };
}

function versionOf(target: Versions): string | undefined {
  return target.versionKnowledge === 'known' ? versionLabel(target) : undefined;
}
