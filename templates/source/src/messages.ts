/** A pipeline as the tool sends it. */
export interface PipelineMessage {
  id: string;
  name: string;
  enabled: boolean;
  labels: Record<string, string>;
  url: string;
}

/** A stage of a run as the tool sends it. */
export interface StageMessage {
  id: string;
  name: string;
  status: string;
  startedAt?: string;
  finishedAt?: string;
  /** Ids of the stages before it. */
  after: string[];
}

/** Something that somebody has to approve before the run goes on. */
export interface ApprovalMessage {
  stage: string;
  state: string;
  /** Grows with each opening. */
  opening: number;
  approvers: string[];
  needed: number;
  approvedBy: string[];
}

/** A run as the tool sends it. */
export interface RunMessage {
  id: string;
  pipeline: string;
  pipelineName: string;
  number: number;
  status: string;
  startedBy: string;
  createdAt: string;
  finishedAt?: string;
  /** Grows with each change of any run, and also when nothing of it changed that a reader would see. */
  revision: number;
  stages: StageMessage[];
  approval?: ApprovalMessage;
  url: string;
}

/** A line of a log as the tool sends it. */
export interface LineMessage {
  position: number;
  at: string;
  text: string;
}
