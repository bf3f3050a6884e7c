import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';
import { LaneReporter } from '../../contract';
import { KubernetesError } from '../transport/KubernetesError';
import { problemSentence } from './problemSentence';

/**
 * Tells how a lane fares, and keeps apart what passes with the next good answer from what only a full list without fault
 * can clear: objects that could not be read.
 *
 * @internal
 */
export class LaneHealth {
  static create(options: {
    lane: string;
    subject: string;
    report: LaneReporter;
  }): LaneHealth {
    options.report.declare(options.lane, { subject: options.subject });
    return new LaneHealth(options.lane, options.subject, options.report);
  }

  readonly #lane: string;
  readonly #subject: string;
  readonly #report: LaneReporter;
  #failing = false;
  #skipped = { malformed: 0, 'too-large': 0 };
  #told = false;

  private constructor(lane: string, subject: string, report: LaneReporter) {
    this.#lane = lane;
    this.#subject = subject;
    this.#report = report;
  }

  contact(): void {
    this.#report.contact(this.#lane);
  }

  lag(seconds: number): void {
    this.#report.lag(this.#lane, seconds);
  }

  /** The lane cannot be read at the moment. */
  failed(error: KubernetesError): void {
    this.#failing = true;
    this.#problem(error.code, { detail: error.statusMessage });
  }

  /** The lane can be read again. */
  good(): void {
    this.#failing = false;
    this.contact();
    this.#tell();
  }

  /** An object could not be read; what is known of it stays as it is. */
  skipped(code: 'malformed' | 'too-large'): void {
    this.#skipped[code] += 1;
    if (!this.#failing) {
      this.#tell();
    }
  }

  /** A full list starts: what it cannot read is counted anew. */
  sweeping(): void {
    this.#report.relist(this.#lane);
    this.#skipped = { malformed: 0, 'too-large': 0 };
  }

  #tell(): void {
    const { malformed, 'too-large': tooLarge } = this.#skipped;
    if (malformed + tooLarge > 0) {
      this.#problem(malformed > 0 ? 'malformed' : 'too-large', {
        count: malformed + tooLarge,
      });
    } else if (this.#told) {
      this.#told = false;
      this.#report.recovered(this.#lane);
    }
  }

  #problem(
    code: ProblemCode,
    params: { detail?: string; count?: number },
  ): void {
    this.#told = true;
    const sentence = problemSentence(code, {
      subject: this.#subject,
      ...params,
    });
    this.#report.problem(this.#lane, { code, sentence });
  }
}
