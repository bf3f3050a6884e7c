import { stage } from '../__fixtures__/objects';
import { projectGate } from './projectGate';

const gate = (parts: Parameters<typeof stage>[3]) =>
  projectGate(stage('WAIT_APPROVAL', 1, 10, { id: 'g', ...parts }), {});

describe('projectGate', () => {
  it.each([
    ['v0', { metadata: { Approvers: 'alice,bob' } }, ['alice', 'bob']],
    ['v0 without a list', { metadata: { Approvers: '' } }, []],
    ['v0 without metadata', {}, []],
    ['v1', { authorized_operators: ['alice'] }, ['alice']],
    [
      'both, of which the control plane goes by the operators',
      { authorized_operators: ['alice'], metadata: { Approvers: 'bob' } },
      ['alice'],
    ],
  ])('lists approvers of %s', (_, parts, approvers) => {
    expect(gate(parts).approvers).toEqual(approvers);
  });

  it.each([
    ['v0', { ApprovedBy: 'carol, alice' }],
    ['v1', { 'pipecd/stage-approved-users': 'carol, alice' }],
  ])('names who approved in %s', (_, metadata) => {
    expect(gate({ metadata }).approvedBy).toEqual(['carol', 'alice']);
  });

  it('takes a stage of another name for a gate when its operation is to approve', () => {
    const own = stage('MY_GATE', 1, 1, { available_operation: 2 });
    expect(projectGate(own, {}).gate).toBe(true);
    expect(projectGate(stage('ANALYSIS', 1, 1), {})).toEqual({});
  });

  it('believes no log of a stage of another name', () => {
    const own = stage('MY_GATE', 1, 1, { id: 'g', available_operation: 2 });
    const learnt = { g: { minimum: 1, approvals: [{ name: 'mallory' }] } };
    expect(projectGate(own, learnt).log).toBeUndefined();
  });

  it('is not led astray by ids that every object has', () => {
    const odd = stage('WAIT_APPROVAL', 1, 1, { id: 'constructor' });
    expect(projectGate(odd, {}).log).toBeUndefined();
  });
});
