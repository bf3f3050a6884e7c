/**
 * Everything about approvals beyond the card, in one module: whoever opens one of these pages opens another next, and their
 * parts are the same.
 *
 * @packageDocumentation
 */
export * from './ApprovalsRoutes';
export * from './audit/ReportPage';
export * from './lanes/LanesPage';
