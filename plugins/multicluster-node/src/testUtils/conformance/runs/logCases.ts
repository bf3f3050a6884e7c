import assert from 'node:assert/strict';
import { RunFact, StageLogLine, StageLogPage } from '../../../contract';
import { assertSame } from './assertSame';
import { RunsConformanceCase } from './RunsConformanceCase';
import { RunsConformanceContext } from './RunsConformanceContext';
import { RunsSource } from './RunsHarness';
import { soon } from './soon';
import { textOfError } from './textOfError';

/** How logs are read. @internal */
export const logCases: RunsConformanceCase[] = [
  {
    name: 'a log is read in order, and read on where it was left, without a line twice',
    needs: ['writeLog'],
    async run(context) {
      const seen = await context.seenStage();
      const write = context.ability('writeLog');
      await write(seen.run, ['one', 'two', 'three']);
      const first = await readUntil(context, seen, 'three');
      assertSame(own(first.lines, ['one', 'two', 'three']), [
        'one',
        'two',
        'three',
      ]);
      await write(seen.run, ['four', 'five']);
      const more = await readUntil(context, seen, 'five', first.cursor);
      assertSame(textsOf(more.lines), ['four', 'five']);
    },
  },
  {
    name: 'nothing new is an empty page with the cursor that was given',
    needs: ['writeLog'],
    async run(context) {
      const seen = await context.seenStage();
      await context.ability('writeLog')(seen.run, ['one']);
      const { cursor } = await readUntil(context, seen, 'one');
      assert.ok(cursor, 'there is no way to read on');
      const { source } = seen.observation;
      const { fact, stage } = seen;
      const page = await context.log(source, fact, stage.id, { cursor });
      assertSame(page.lines, []);
      assert.equal(page.cursor, cursor);
      assert.ok(!page.gap, 'it says that lines are gone');
    },
  },
  {
    name: 'a log whose positions start anywhere is read from its beginning to its end',
    needs: ['writeLog', 'skipLog'],
    async run(context) {
      const seen = await context.seenStage();
      await context.ability('skipLog')(seen.run, 1000);
      const write = context.ability('writeLog');
      await write(seen.run, ['one', 'two']);
      const first = await readUntil(context, seen, 'two');
      assertSame(own(first.lines, ['one', 'two']), ['one', 'two']);
      await context.ability('skipLog')(seen.run, 500);
      await write(seen.run, ['three']);
      const more = await readUntil(context, seen, 'three', first.cursor);
      assertSame(textsOf(more.lines), ['three']);
    },
  },
  {
    name: 'lines that were served and are gone are a gap, and what comes after is read',
    needs: ['writeLog', 'dropLog'],
    async run(context) {
      const seen = await context.seenStage();
      const write = context.ability('writeLog');
      await write(seen.run, ['one', 'two', 'three']);
      const first = await readUntil(context, seen, 'three');
      await context.ability('dropLog')(seen.run, 2);
      await write(seen.run, ['after']);
      const more = await readUntil(context, seen, 'after', first.cursor);
      assert.equal(more.gap, true, 'the gap is not told');
      assert.ok(textsOf(more.lines).includes('after'));
    },
  },
  {
    name: 'the log of a stage that has ended can be read, whether the tool says that it is complete or not',
    needs: ['writeLog'],
    async run(context) {
      const seen = await context.seenStage();
      await context.ability('writeLog')(seen.run, ['one', 'last']);
      await context.world.finish(seen.run, 'succeeded');
      await context.untilRun(
        seen.observation,
        seen.run,
        'it reads succeeded',
        ({ status }) => status === 'succeeded',
      );
      const fact = context.fact(seen.observation, seen.run);
      const page = await readUntil(context, { ...seen, fact }, 'last');
      const { source } = seen.observation;
      const { cursor } = page;
      const end = await context.log(source, fact, seen.stage.id, { cursor });
      assertSame(end.lines, [], 'a line came twice');
      assert.equal(typeof end.complete, 'boolean');
    },
  },
  {
    name: 'a log is never called complete while its stage runs',
    needs: ['writeLog'],
    async run(context) {
      const seen = await context.seenStage();
      await context.ability('writeLog')(seen.run, ['one']);
      const page = await readUntil(context, seen, 'one');
      assert.ok(!page.complete, 'more may come');
    },
  },
  {
    name: 'a stage without a log yet is an empty page',
    needs: [],
    async run(context) {
      const { observation, fact, derived } = await context.seenStage();
      const upcoming = derived.stages.find(
        ({ status }) => status === 'pending',
      );
      assert.ok(upcoming, 'no stage of the run is still to come');
      const { source } = observation;
      const page = await context.log(source, fact, upcoming.id);
      assertSame(page.lines, []);
      assert.ok(!page.complete, 'more may come');
    },
  },
  {
    name: 'a stage or run that does not exist is not found',
    needs: [],
    async run(context) {
      const { observation, fact, stage } = await context.seenStage();
      const { source } = observation;
      await assert.rejects(context.log(source, fact, 'no-such-stage'), {
        name: 'NotFoundError',
      });
      const gone = { ...fact, key: `${fact.key}-no-such-run` };
      await assert.rejects(context.log(source, gone, stage.id), {
        name: 'NotFoundError',
      });
    },
  },
  {
    name: 'a line of a log is one line, with a known severity',
    needs: ['writeLog'],
    async run(context) {
      const seen = await context.seenStage();
      await context.ability('writeLog')(seen.run, ['one', 'two']);
      const { lines } = await readUntil(context, seen, 'two');
      for (const { text, severity, time } of lines) {
        assert.doesNotMatch(text, /[\r\n]/);
        assert.ok(['info', 'success', 'error'].includes(severity), severity);
        assert.ok(time === undefined || !Number.isNaN(Date.parse(time)));
      }
    },
  },
  {
    name: 'a credential that a stage writes into its log is masked',
    needs: ['writeLog'],
    async run(context) {
      const seen = await context.seenStage();
      const leaks = context.secrets.map(secret => `token=${secret};`);
      assert.ok(leaks.length > 0, 'the harness names no secret');
      await context.ability('writeLog')(seen.run, [...leaks, 'after']);
      const { lines } = await readUntil(context, seen, 'after');
      const text = JSON.stringify(lines);
      context.secrets.forEach(secret =>
        assert.ok(!text.includes(secret), 'a credential is in the log'),
      );
      assert.ok(text.includes('token='), 'more than the credential is gone');
    },
  },
  {
    name: 'a log that cannot be read says who did not answer, and tells no credential',
    needs: ['cutOff'],
    async run(context) {
      const { observation, fact, stage } = await context.seenStage();
      await context.begin(context.ability('cutOff'));
      await assert.rejects(
        context.log(observation.source, fact, stage.id),
        error => {
          assert.equal((error as Error).name, 'ServiceUnavailableError');
          assert.ok((error as Error).message, 'the error says nothing');
          assertNoSecret(error, context.secrets);
          return true;
        },
      );
    },
  },
  {
    name: 'a log that may not be read says so, and tells no credential',
    needs: ['revoke'],
    async run(context) {
      const { observation, fact, stage } = await context.seenStage();
      await context.begin(context.ability('revoke'));
      await assert.rejects(
        context.log(observation.source, fact, stage.id),
        error => {
          const { name } = error as Error;
          const names = ['NotAllowedError', 'ServiceUnavailableError'];
          assert.ok(names.includes(name), name);
          assertNoSecret(error, context.secrets);
          return true;
        },
      );
    },
  },
  {
    name: 'reading a log ends at its deadline, however long the tool takes',
    needs: ['hang'],
    async run(context) {
      const { observation, fact, stage } = await context.seenStage();
      await context.begin(context.ability('hang'));
      const { source } = observation;
      const { signal } = new AbortController();
      const deadlineMs = 300;
      await assert.rejects(
        soon(context.log(source, fact, stage.id, { deadlineMs, signal })),
        { name: 'ServiceUnavailableError' },
      );
    },
  },
];

interface Seen {
  observation: { source: RunsSource };
  fact: RunFact;
  stage: { id: string };
}

/** Reads on until a line of that text has come. */
async function readUntil(
  context: RunsConformanceContext,
  { observation, fact, stage }: Seen,
  text: string,
  from?: string,
): Promise<StageLogPage> {
  const end = performance.now() + context.patienceMs;
  const read: StageLogPage = { lines: [], complete: false, cursor: from };
  while (!textsOf(read.lines).includes(text)) {
    assert.ok(performance.now() < end, `the line ${text} did not come`);
    const { cursor } = read;
    const page = await context.log(observation.source, fact, stage.id, {
      cursor,
    });
    read.lines.push(...page.lines);
    read.cursor = page.cursor;
    read.complete = page.complete;
    read.gap ||= page.gap;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return read;
}

function textsOf(lines: StageLogLine[]): string[] {
  return lines.map(({ text }) => text);
}

/** The lines that a case wrote: a tool may write some of its own before. */
function own(lines: StageLogLine[], written: string[]): string[] {
  return textsOf(lines).filter(text => written.includes(text));
}

function assertNoSecret(error: unknown, secrets: readonly string[]): void {
  const text = textOfError(error);
  secrets.forEach(secret =>
    assert.ok(!text.includes(secret), 'a secret is in the error'),
  );
}
