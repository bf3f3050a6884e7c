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
export { startSimulator } from './startSimulator';
export type { Simulator, SimulatorOptions } from './startSimulator';
export { World } from './world/World';
export type { WorldOptions } from './world/World';
export { deliveryStories } from './pipecd/demo/stories';
export type { DeliveryStory } from './pipecd/demo/stories';
export { writeConnection } from './pipecd/writeConnection';
export type { Connection } from './pipecd/writeConnection';
export { storyNames } from './world/live/runStory';
export type { StoryName } from './world/live/runStory';
export { journeys } from './world/stories/journeys';
export type { LogEntry } from './world/recording/WatchLog';
export { startPipecd } from './pipecd/startPipecd';
export type { Pipecd, PipecdOptions } from './pipecd/startPipecd';
export { PipecdWorld } from './pipecd/PipecdWorld';
export type { NewApplication } from './pipecd/PipecdWorld';
export { journeys as pipecdJourneys } from './pipecd/journeys/journeys';
export { onTheWire as pipecdOnTheWire } from './pipecd/server/onTheWire';
