import { actorOf } from './actorOf';

describe('actorOf', () => {
  it.each([
    ['system', { kind: 'portal' }],
    ['user:default/paul', { kind: 'person', name: 'paul' }],
    ['group:default/sre', { kind: 'person', name: 'sre' }],
    ['user:guests/ann', { kind: 'person', name: 'guests/ann' }],
    [
      'external:PipeCD:olivia',
      { kind: 'tool', tool: 'PipeCD', name: 'olivia' },
    ],
    [
      'external:PipeCD:ann:b@acme.example',
      { kind: 'tool', tool: 'PipeCD', name: 'ann:b@acme.example' },
    ],
    ['Ann Example', { kind: 'person', name: 'Ann Example' }],
  ])('names %s', (actor, named) => {
    expect(actorOf(actor)).toEqual(named);
  });
});
