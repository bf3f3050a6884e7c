import { ReportedRequest } from './ReportedRequest';

/** Whether a request brings a version. Where nobody knows what a run brought, nothing is taken to be it; a lane brings what it holds. */
export function covers(
  { subject, kind }: Pick<ReportedRequest, 'subject' | 'kind'>,
  version: string,
): boolean {
  return (
    subject.images?.some(image => image.version === version) ?? kind === 'lane'
  );
}
