import { Bar } from './Bar';

/** As `--database` names it. */
export type Database = 'sqlite' | 'postgres';

/** A named measurement. Rejecting means that it could not be made, which counts as missing its bars. */
export interface Bench {
  name: string;
  run(context: BenchContext): Promise<BenchResult>;
}

/** {@inheritDoc Bench} */
export interface BenchContext {
  /** Scratch folder of this bench, deleted afterwards. */
  dir: string;
  /** Size of the fleet; smaller for a trial run, whose figures are no verdict. */
  bindings: number;
  clusters: number;
  /** Length of the steady-state measurements. */
  seconds: number;
  /** Connection string of a PostgreSQL to use, if there is one. */
  postgres?: string;
  /** What a bench that measures one database after the other measures; the bars of the others are left out. */
  databases: ReadonlySet<Database>;
  log(line: string): void;
}

/** {@inheritDoc Bench} */
export interface BenchResult {
  bars: Bar[];
  /** Figures without a bar, to understand those with one. */
  notes?: Record<string, number | string>;
}
