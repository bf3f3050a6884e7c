import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Commit } from '../model/messages';
import type { DeployTarget } from './DeployTarget';

/** What a script of a stage does: lines at their seconds after the start, and how it ends. */
export interface ScriptSpec {
  run: string;
  lines: Array<[second: number, text: string]>;
  /** How long it runs; the second of its last line when absent. */
  seconds?: number;
  fails?: boolean;
  /** It asks a portal by this name whether it may go on, every few seconds until its own limit, in seconds. */
  asks?: { gate: string; every: number; limit: number };
}

/** One stage as the application's configuration in git has it. */
export interface StageSpec {
  name: string;
  id?: string;
  desc?: string;
  /** Of a stage as a whole, in seconds: v1 ends any stage so, v0 only gates. */
  timeout?: number;
  /** WAIT and ANALYSIS: how long, in seconds. */
  duration?: number;
  /** ANALYSIS: the second in which it finds the new version wanting. */
  failsAt?: number;
  approvers?: string[];
  minApproverNum?: number;
  script?: ScriptSpec;
  onRollback?: ScriptSpec;
  /** K8S_CANARY_ROLLOUT, K8S_BASELINE_ROLLOUT: how many of the replicas. */
  percent?: number;
}

/** One application as git has it, with what a commit of it renders to. */
export interface ApplicationSpec {
  /** Where no pipeline is given, each run is a quick sync. */
  pipeline?: StageSpec[];
  alwaysUsePipeline?: boolean;
  /** Absent: as usual for its kind (TERRAFORM of a v0 piped: off). */
  autoRollback?: boolean;
  /** What stands in git at that commit; nothing for applications that deploy no Kubernetes objects. */
  manifests?(commit: Commit): KubeObject[];
  /** Image of a commit, `repository:tag`. */
  image?(commit: Commit): string;
  /** Where it goes; the platform of its piped when absent. */
  target?: DeployTarget;
  /** Names of applications that run after it, each a block of a chain. */
  chain?: string[];
  /** v1: a stage of it cannot be planned, and nobody says why. */
  unplannable?: boolean;
  /** A fault: it is never planned, although nothing stands in its way. */
  stuck?: boolean;
  /** Its runs stay in a status of a control plane that is newer than its readers. */
  unheardOf?: { status: number; reason: string };
}
