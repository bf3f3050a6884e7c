export * from './apiserver/ObjectStore';
export { InMemoryObjectStore } from './apiserver/InMemoryObjectStore';
export { StatusError } from './apiserver/StatusError';
export { failures } from './apiserver/failures';
export { createApiServer, startApiServer } from './apiserver/startApiServer';
export type {
  ApiServerOptions,
  RunningApiServer,
} from './apiserver/startApiServer';
export type { ApiServer } from './apiserver/ApiServer';
export { Admission } from './apiserver/admission/Admission';
export type {
  AdmissionAnswer,
  AdmissionHook,
  AdmissionReview,
} from './apiserver/admission/Admission';
export type { MemberRoute } from './apiserver/proxy/MemberRoute';
export type { LogLine, LogSource, ReadLogs } from './apiserver/logs/ReadLogs';
export { FaultPlan } from './faults/FaultPlan';
export type { Fault, FaultAction } from './faults/Fault';
