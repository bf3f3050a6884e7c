import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { LaneReporter } from '@fairway/backstage-plugin-multicluster-node';
import { ProjectReader } from '../ProjectReader';

/**
 * Tells what is known of a project as a whole: how it is read, and what its control plane or its credentials lack.
 *
 * @internal
 */
export class SourceFacts {
  static create(report: LaneReporter, reader: ProjectReader): SourceFacts {
    const facts = new SourceFacts(report, reader);
    reader.gaps.onFound = () => facts.tell();
    facts.tell();
    return facts;
  }

  readonly #report: LaneReporter;
  readonly #reader: ProjectReader;
  #foreign?: string;
  #cut = false;

  private constructor(report: LaneReporter, reader: ProjectReader) {
    this.#report = report;
    this.#reader = reader;
  }

  /** More deployments than are read. */
  cut(): void {
    if (!this.#cut) {
      this.#cut = true;
      this.tell();
    }
  }

  /** The credential is of another project than is configured. */
  foreign(project: string): void {
    if (this.#foreign !== project) {
      this.#foreign = project;
      this.tell();
    }
  }

  tell(): void {
    const { hasWeb, project, gaps } = this.#reader;
    const told: Sentence[] = [
      sentence(hasWeb ? 'pipecd.facts.byWeb' : 'pipecd.facts.byApiKey', {
        project,
      }),
      ...(hasWeb ? [] : [sentence('pipecd.gap.pipedStatus')]),
      ...gaps.sentences(),
      ...(this.#cut ? [sentence('pipecd.gap.manyRuns')] : []),
      ...(this.#foreign === undefined
        ? []
        : [sentence('pipecd.gap.foreign', { project: this.#foreign })]),
    ];
    this.#report.facts(told);
  }
}
