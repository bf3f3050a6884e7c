import { Config } from '@backstage/config';
import { Knex } from 'knex';

/** A command of `fairway`; resolves to the exit code. */
export type FairwayCommand = (context: {
  knex: Knex;
  config: Config;
  options: FairwayOptions;
  write: (line: string) => void;
}) => Promise<number>;

/** What can stand behind a command, see usage. */
export interface FairwayOptions {
  checkpoints?: string;
  key?: string[];
  json?: boolean;
  seq?: string[];
  actor?: string;
  reason?: string;
}
