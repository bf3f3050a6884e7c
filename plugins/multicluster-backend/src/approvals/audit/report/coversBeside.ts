import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';

/**
 * Whether a request may bring what changed while the version stayed: a run that brings one of its versions once more, or a lane, which
 * brings what it holds, unless the number of copies alone changed in it.
 */
export function coversBeside(
  { subject, kind, exemption }: ReportedRequest,
  { to }: ContentChange,
): boolean {
  if (kind === 'lane') {
    return exemption !== 'replicas';
  }
  const versions = to.split(', ');
  return Boolean(
    subject.images?.some(({ version }) => versions.includes(version)),
  );
}
