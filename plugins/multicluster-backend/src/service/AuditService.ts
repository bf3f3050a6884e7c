import {
  AuditList,
  AuditReport,
} from '@fairway/backstage-plugin-multicluster-common';
import { Asking, Paging } from './FleetService';

/** Which changes to report. Moments are ISO 8601. */
export interface AuditReportRequest extends Paging {
  environment?: string;
  from: string;
  to: string;
}

/** The trail and what is reported from it, for someone with `multicluster.audit.read`. */
export interface AuditService {
  list(
    request: Paging & { requestId?: string },
    options: Asking,
  ): Promise<AuditList>;
  report(request: AuditReportRequest, options: Asking): Promise<AuditReport>;
}

/** The same, for whoever was already let in. Throws an InputError with code `cursor-invalid`. */
export interface AuditReader {
  /** Newest first. */
  list(request: Paging & { requestId?: string }): Promise<AuditList>;
  /** Newest first. */
  report(request: AuditReportRequest): Promise<AuditReport>;
}
