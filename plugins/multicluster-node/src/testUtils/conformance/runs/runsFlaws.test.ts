import { runRunsConformance } from './runRunsConformance';
import { runsSourceCases } from './runsSourceCases';
import { toyHarness } from './__testUtils__/toyRunsSource';

jest.setTimeout(60_000);

const patienceMs = 1200;
/** One that does it right is only late, on a machine that has other things to do. */
const patienceWithRightMs = 6_000;

/** What is wrong with a source (several wrongs by `+`), and the case that finds it out. */
const flaws: Array<[string, string]> = [
  ['loses the pipeline', 'the first look stores'],
  ['shows only what ran', 'a pipeline that never ran'],
  ['declares no lane', 'every lane of runs is declared'],
  ['makes no contact', 'every lane of runs is declared'],
  ['writes in parallel', 'writes of one lane'],
  ['takes every run for over', 'a run that starts is stored'],
  ['never ends a run', 'a run that ends is stored as over'],
  ['starts from now', 'a run that started and ended while'],
  ['starts from now+reads lists alone', 'a run that was stored as active'],
  ['never resumes', 'it resumes where it stopped'],
  ['keeps a moment of its own', 'it resumes where it stopped'],
  ['reads one page', 'a list of many pages'],
  ['sends rows twice', 'rows that move or come twice'],
  ['ends half lists+sweeps runs', 'a list that fails on its way'],
  ['keeps half lists', 'a first list that fails on its way'],
  ['reads lists alone', 'an active run that no list names'],
  ['keeps stamps', 'what the tool stamps by itself'],
  ['compares texts', 'maps that come in another order'],
  ['waits by itself', 'what a webhook names'],
  ['is deaf to webhooks', 'a webhook that names no run'],
  ['keeps deleted pipelines', 'a pipeline that the tool deletes'],
  ['deletes runs of deleted pipelines', 'a pipeline that the tool deletes'],
  ['knows no agents', 'who runs a pipeline is known'],

  ['keeps problems to itself', 'a tool that cannot be reached is a problem'],
  ['never declares a problem over', 'a problem is declared over'],
  ['gives up', 'a tool that cannot be reached at the start'],
  ['calls a refusal unreachable', 'a credential that is refused'],
  ['takes a failure for an empty list', 'a credential that is refused'],
  ['has no deadlines', 'a tool that answers no call'],
  ['takes long to end', 'of the abort, without an error'],
  ['does not give up', 'of the abort while a call hangs'],
  ['writes after its end', 'it writes nothing after'],
  ['goes on without the lease', 'it stops when the lease is lost'],
  ['keeps passwords', 'no secret reaches a fact'],
  ['logs errors as they are', 'no credential is told'],

  ['is no JSON', 'facts are plain JSON'],
  ['writes times of its own', 'a run says when it was created'],
  ['invents keys', 'a second instance gives'],
  ['keeps logs', 'what a log says is not kept'],
  ['takes all pipelines for enabled', 'a pipeline that is switched off says'],

  ['derives by chance', 'derive gives the same'],
  ['changes what it is given', 'derive gives the same'],
  ['requires what is not shown', 'derive gives what can be shown'],
  ['says what cannot be translated', 'derive gives what can be shown'],
  ['throws', 'derive never throws'],
  ['takes the unknown for well', 'derive never calls succeeded'],
  ['takes the unknown for well', 'a status that no version ever had'],
  ['logs the unknown each time', 'a status that no version ever had'],
  ['is silent about the unknown', 'a status that no version ever had'],
  ['never rests', 'derive of runs at rest'],
  ['remembers what is no JSON', 'what derive remembers'],
  ['asks for a look in the past', 'a second look at a run'],
  ['knows no end', 'a run that is over has an end'],
  ['leaves stages running', 'a run that is over has an end'],
  ['moves starts', 'a stage keeps the first start'],
  ['never queues', 'a run that stands behind another'],

  ['promises what it has not', 'what can be read is said'],
  ['gives no reasons', 'what can be read is said'],
  ['gives no reasons for gates', 'what can be decided and done'],
  ['does what it cannot', 'what a source says that it cannot'],

  ['calls waiting running', 'an open gate is pending'],
  ['hides approvers', 'a gate names who may decide'],
  ['says no way', 'a gate says in which ways'],
  ['keeps gates open', 'a gate whose run ended'],
  ['keeps gates open', 'a gate that still looks open'],
  ['knows no versions', 'a gate that opens anew'],
  ['has versions that move', 'a gate that nobody touched'],
  ['names the robot', 'an approval that was given in the tool'],
  ['counts twice', 'a gate that needs two'],
  ['takes a timeout for a cancel', 'a gate whose time ran out'],
  ['blames somebody', 'a gate whose time ran out'],

  ['has versions that move', 'a gate that is read anew'],
  ['takes what was observed for now', 'a run that is over is read as over'],
  ['knows every run', 'a run that the tool does not know is read'],
  ['reads nothing as none', 'a run of a tool that cannot be reached is not'],

  ['acts as itself', 'an approval is recorded'],
  ['forgets to check the version', 'an approval with the version'],
  ['forgets to check the version', 'a made-up version'],
  ['forgets to check the gate', 'a gate that the run does not have'],
  ['forgets to check who decided', 'a decision that is repeated'],
  ['sends twice', 'an approval is recorded'],
  ['forgets to check the state', 'a gate that was decided meanwhile'],
  ['forgets to check the state', 'a gate whose run is over'],
  ['forgets to check the rollback', 'a gate whose run goes back'],
  ['calls every refusal a failure', 'who is not on the list'],
  ['refuses without a reason', 'who is not on the list'],
  ['calls every refusal a failure', 'who may not decide at all'],
  [
    'forgets to check the project+tells of other projects',
    'a run of another project',
  ],
  ['acts for anybody', 'whoever has no account at the tool is told'],
  ['asks a worker for a credential', 'in-request delivery is refused'],
  ['takes lost for failed', 'a decision whose answer is lost'],
  ['forgets to check who decided', 'a decision whose answer is lost'],
  ['discourages', 'a tool that cannot be reached is a failure'],
  ['tells errors as they are', 'a tool that cannot be reached is a failure'],
  ['has no deadlines', 'a decision ends at its deadline'],
  ['sends what was given up', 'a decision that is given up'],

  ['only says that it cancelled', 'a run that is cancelled through'],
  ['acts blindly', 'what is asked of a run that is over'],
  ['acts blindly', 'what is asked of a pipeline that was deleted'],
  ['acts blindly', 'what is asked of a pipeline that is switched off'],
  ['acts for anybody', 'whoever has no account at the tool can do'],
  ['asks a worker for a credential', 'an action in-request'],
  ['takes lost for failed', 'an action whose answer is lost'],
  ['discourages', 'an action at a tool that cannot be reached'],
  ['has no deadlines', 'an action ends at its deadline'],
  ['sends what was given up', 'an action that is given up'],

  ['gives all lines each time', 'a log is read in order'],
  ['moves cursors', 'nothing new is an empty page'],
  ['takes the first position for zero', 'a log whose positions start'],
  ['is silent about gaps', 'lines that were served and are gone'],
  ['fails on an ended stage', 'the log of a stage that has ended'],
  ['calls every log complete', 'a log is never called complete'],
  ['takes an empty log for an error', 'a stage without a log yet'],
  ['takes an unknown stage for an empty one', 'a stage or run that does not'],
  ['makes severities up', 'a line of a log is one line'],
  ['passes credentials on', 'a credential that a stage writes'],
  ['masks whole lines', 'a credential that a stage writes'],
  ['hands errors on', 'a log that cannot be read'],
  ['hands errors on', 'a log that may not be read'],
  ['has no deadlines', 'reading a log ends at its deadline'],

  ['hints at others', 'a webhook with its secret hints'],
  ['lets everybody in', 'a webhook with a wrong secret'],
  ['compares secrets letter by letter', 'the secret of a webhook is compared'],
  ['tells secrets of webhooks', 'a refused webhook tells neither'],
  ['takes any webhook', 'a webhook that is none of the tool'],
  ['believes webhooks', 'nothing of what a webhook says'],
];

const named = (part: string) =>
  runsSourceCases.filter(({ name }) => name.includes(part));

describe('the conformance kit of runs finds out', () => {
  it.concurrent.each(flaws)('a source that %s (%s)', async (wrongs, part) => {
    const cases = named(part);
    expect(cases).toHaveLength(1);
    const right = toyHarness({ patienceMs: patienceWithRightMs });
    const wrong = toyHarness({ patienceMs, flaws: wrongs.split('+') });
    const [[good], [bad]] = await Promise.all([
      runRunsConformance(right, { cases }),
      runRunsConformance(wrong, { cases }),
    ]);
    // Else the case would fail for another reason than what is wrong.
    expect(good).toMatchObject({ outcome: 'passed' });
    expect(bad).toMatchObject({ outcome: 'failed' });
  });

  it('a wrong source by every case', () => {
    const found = new Set(flaws.flatMap(([, part]) => named(part)));
    const unproven = runsSourceCases.filter(each => !found.has(each));
    expect(unproven.map(({ name }) => name)).toEqual([]);
  });
});
