import { PipelineClaim } from './EntityClaim';

// [source:]nativeId, [source:]name=<name> or [source:]label=<key>:<value>
const CLAIM = /^(?:([^:=]+):)?(?:name=(.+)|label=([^:=]+):(.*)|([^:=][^:=]*))$/;

/** Reads `fairway.io/pipelines`; parts that cannot be read are given back as written. */
export function parsePipelineClaims(text: string): {
  claims: PipelineClaim[];
  unread: string[];
} {
  const claims: PipelineClaim[] = [];
  const unread: string[] = [];
  for (const part of text.split(',').map(item => item.trim())) {
    const match = CLAIM.exec(part);
    if (match) {
      const [, source, name, labelKey, labelValue, key] = match;
      claims.push({
        ...(source && { source }),
        ...(name && { name }),
        ...(labelKey && { label: { key: labelKey, value: labelValue } }),
        ...(key && { key }),
      });
    } else if (part) {
      unread.push(part);
    }
  }
  return { claims, unread };
}
