import type { Command, Deployment, Stage } from '../model/messages';
import type { StageSpec } from './ApplicationSpec';
import type { RunHost } from './RunHost';

/** What a stage may do while it runs. */
export interface StageContext {
  readonly host: RunHost;
  readonly spec: StageSpec;
  deployment(): Deployment;
  stage(): Stage;
  log(text: string, severity?: number): void;
  setMetadata(metadata: Record<string, string>): void;
  /** Of a v0 piped: what later stages have to know. */
  setDeploymentMetadata(metadata: Record<string, string>): void;
  setPluginMetadata(plugin: string, key: string): void;
  /** Calls back unless the stage has ended by then. */
  after(milliseconds: number, callback: () => void): void;
  /** Calls back at once and then at each tick of this stage. */
  everyTick(callback: () => void): void;
  commands(type: number): Command[];
  finish(status: number): void;
}

/** Starts the work of a stage. What it returns is called when the stage is cancelled. */
export type StageRunner = (context: StageContext) => void | (() => void);
