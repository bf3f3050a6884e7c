/** Which way a request was decided. @internal */
export type Decision = 'approve' | 'reject';
