export * from './ApprovalCode';
export * from './ApprovalRequest';
export * from './ApprovalState';
export * from './ApprovalSubject';
export * from './AuditEntry';
export * from './DeliveryStep';
export * from './QuorumRule';
export * from './Vote';
