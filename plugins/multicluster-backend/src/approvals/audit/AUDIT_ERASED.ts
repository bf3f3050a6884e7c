/** Action of the entry that says which payloads were erased. */
export const AUDIT_ERASED = 'audit.erased';
