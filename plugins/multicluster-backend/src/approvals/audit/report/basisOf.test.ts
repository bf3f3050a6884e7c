import { reported } from '../../__testUtils__/reported';
import { basisOf } from './basisOf';
import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';
import { toCsv } from './toCsv';
import { toReportedChange } from './toReportedChange';

const HOUR = 3600_000;
const change = reported.change({ at: 100 * HOUR, policyKey: 'shop/policy' });
const request = (more: Partial<ReportedRequest> = {}) =>
  reported.request({
    voters: ['user:default/ann', 'user:default/bob'],
    createdAt: 98 * HOUR,
    sealedAt: 99 * HOUR,
    closedAt: 100 * HOUR,
    ...more,
  });
const lane = (more: Partial<ReportedRequest> = {}) =>
  request({
    kind: 'lane',
    source: 'karmada',
    policyKey: 'shop/policy',
    subject: {
      images: null,
      lane: { policy: 'shop/policy', clusters: ['member1'] },
    },
    ...more,
  });
const images = (version: string) => ({
  images: [{ name: 'shop', version, digest: null, unpinned: false }],
  lane: null,
});

describe('basisOf', () => {
  it('names what was decided before a change, and not what was released right after it', () => {
    const { at } = change;
    const approved = lane({ id: 'approved', sealedAt: at - 20_000 });
    const scaled = lane({
      id: 'scaled',
      exemption: 'replicas',
      voters: [],
      createdAt: at + 50_000,
      sealedAt: at + 60_000,
      closedAt: at + 70_000,
    });
    expect(basisOf(change, [scaled, approved])).toMatchObject({
      basis: 'approved',
      request: { id: 'approved' },
    });
    // What was seen a moment before it was written down is still found.
    expect(basisOf(change, [scaled])).toMatchObject({ basis: 'exempt' });
  });

  it.each`
    basis                  | requests                                                                                                                                                  | why
    ${'approved'}          | ${[request()]}                                                                                                                                            | ${'approved for the entity, environment and version'}
    ${'approved'}          | ${[lane()]}                                                                                                                                               | ${'released by its lane'}
    ${'approved'}          | ${[request({ state: 'delivering', closedAt: undefined })]}                                                                                                | ${'its first cluster, while the others follow'}
    ${'approved'}          | ${[request({ state: 'halted', closedAt: undefined })]}                                                                                                    | ${'a part of what halted'}
    ${'approved'}          | ${[lane({ state: 'rejected', decision: 'reject', sealedAt: 101 * HOUR, closedAt: 102 * HOUR, brought: { clusters: ['member1'], sealedAt: 99 * HOUR } })]} | ${'its first cluster, before the rest was rolled back'}
    ${'no-approval-found'} | ${[lane({ state: 'rejected', decision: 'reject', brought: { clusters: ['member2'], sealedAt: 99 * HOUR } })]}                                             | ${'what was rolled back had reached another cluster'}
    ${'exempt'}            | ${[lane({ exemption: 'replicas' })]}                                                                                                                      | ${'no new approval was needed'}
    ${'emergency'}         | ${[request({ emergency: true })]}                                                                                                                         | ${'decided past the rules'}
    ${'decided-elsewhere'} | ${[request({ state: 'external', closedBy: { nativeId: 'x', kind: 'user' } })]}                                                                            | ${'decided in the tool'}
    ${'actor-unknown'}     | ${[request({ state: 'external' })]}                                                                                                                       | ${'decided in the tool by nobody knows whom'}
    ${'no-approval-found'} | ${[request({ state: 'external', decision: 'reject', closedBy: { nativeId: 'x', kind: 'user' } })]}                                                        | ${'rejected in the tool'}
    ${'no-approval-found'} | ${[]}                                                                                                                                                     | ${'no request'}
    ${'no-approval-found'} | ${[request({ subject: images('v3') })]}                                                                                                                   | ${'another version'}
    ${'no-approval-found'} | ${[request({ subject: { images: null, lane: null } })]}                                                                                                   | ${'nobody knows which version'}
    ${'no-approval-found'} | ${[request({ environment: 'test' })]}                                                                                                                     | ${'another environment'}
    ${'no-approval-found'} | ${[request({ entityRefs: ['component:default/till'] })]}                                                                                                  | ${'another entity'}
    ${'no-approval-found'} | ${[request({ decision: 'reject', state: 'rejected' })]}                                                                                                   | ${'it was rejected'}
    ${'no-approval-found'} | ${[request({ state: 'expired', sealedAt: undefined })]}                                                                                                   | ${'it expired'}
    ${'no-approval-found'} | ${[request({ state: 'pending', sealedAt: undefined, closedAt: undefined })]}                                                                              | ${'nobody has decided yet'}
    ${'no-approval-found'} | ${[request({ sealedAt: 101 * HOUR, closedAt: 102 * HOUR })]}                                                                                              | ${'it was decided after the change'}
    ${'no-approval-found'} | ${[request({ sealedAt: 90 * HOUR, closedAt: 93 * HOUR })]}                                                                                                | ${'it ended seven hours before'}
    ${'no-approval-found'} | ${[lane({ policyKey: 'other/policy' })]}                                                                                                                  | ${'another lane'}
    ${'no-approval-found'} | ${[lane({ subject: { images: null, lane: { policy: 'shop/policy', clusters: ['member2'] } } })]}                                                          | ${'its lane was released elsewhere'}
    ${'no-approval-found'} | ${[lane({ source: 'other' })]}                                                                                                                            | ${'a lane of that name on another control plane'}
  `('$basis: $why', ({ basis, requests }) => {
    expect(basisOf(change, requests).basis).toBe(basis);
  });

  describe('of what changed while the version stayed', () => {
    const settings = {
      ...change,
      from: 'v2, proxy',
      to: 'v2, proxy',
      beside: 'settings' as const,
      earlierAt: 10 * HOUR,
    };

    it.each`
      basis                  | requests                                | more                            | why
      ${'approved'}          | ${[lane()]}                             | ${{}}                           | ${'its lane let it go'}
      ${'approved'}          | ${[request()]}                          | ${{}}                           | ${'a run brought the same version once more'}
      ${'approved'}          | ${[lane({ exemption: undefined })]}     | ${{ earlierAt: undefined }}     | ${'nothing is known to have changed there before'}
      ${'emergency'}         | ${[lane({ emergency: true })]}          | ${{}}                           | ${'it was decided past the rules'}
      ${'exempt'}            | ${[lane({ exemption: 'return' })]}      | ${{}}                           | ${'it goes back to what was approved'}
      ${'no-approval-found'} | ${[lane({ exemption: 'replicas' })]}    | ${{}}                           | ${'that let copies through, and nothing else'}
      ${'no-approval-found'} | ${[]}                                   | ${{}}                           | ${'there is no request'}
      ${'no-approval-found'} | ${[request({ subject: images('v3') })]} | ${{}}                           | ${'a run brought another version'}
      ${'no-approval-found'} | ${[request()]}                          | ${{ to: 'overridden' }}         | ${'nobody knows which version runs'}
      ${'no-approval-found'} | ${[request()]}                          | ${{ earlierAt: change.at - 1 }} | ${'what was approved had come before it'}
      ${'no-approval-found'} | ${[lane()]}                             | ${{ earlierAt: change.at - 1 }} | ${'it came while the lane was open'}
    `('$basis: $why', ({ basis, requests, more }) => {
      expect(basisOf({ ...settings, ...more }, requests)).toMatchObject({
        basis,
      });
    });

    it.each`
      beside                  | to              | text
      ${'settings'}           | ${'v2'}         | ${'Settings changed under v2'}
      ${'image'}              | ${'v2'}         | ${'Another image under v2'}
      ${'settings-and-image'} | ${'v2'}         | ${'Another image and other settings under v2'}
      ${'settings'}           | ${'overridden'} | ${'The template changed; which version runs is not known, because an override may change it'}
    `('says what changed: $text', ({ beside, to, text }) => {
      const one = { ...settings, beside, from: to, to };
      const told = toReportedChange(one, basisOf(one, []));
      expect(told.change?.text).toBe(text);
      expect(toCsv([told], { header: false })).toMatch(
        new RegExp(`"No approval found","${text}"\r\n$`),
      );
    });
  });

  it.each`
    exemption     | text
    ${'replicas'} | ${'No new approval was needed: only the number of copies changed'}
    ${'failover'} | ${'No new approval was needed: copies moved because a cluster was lost'}
    ${'return'}   | ${'No new approval was needed: it goes back to what was approved'}
  `('says in words why no approval was needed: $exemption', one => {
    const basis = basisOf(change, [lane({ exemption: one.exemption })]);
    const { sentence } = toReportedChange(change, basis);
    expect(sentence.text).toBe(one.text);
    // Part by part, so that it is said in the language of whoever reads it.
    expect(sentence.params.exemption).toMatchObject([
      { code: `audit.exemption.${one.exemption}` },
    ]);
  });

  it('approves no change of which a part alone was approved, and names the rest', () => {
    const both = { ...change, from: 'v1, w1', to: 'v2, w2' };
    const basis = basisOf(both, [request()]);
    expect(basis).toEqual({
      basis: 'no-approval-found',
      request: request(),
      actors: [],
      missing: ['w2'],
    });
    expect(toReportedChange(both, basis)).toMatchObject({
      basis: 'no-approval-found',
      requestId: 'r1',
      actors: [],
      sentence: {
        text: 'No approval found for w2; the request covers the rest of the change alone',
      },
    });
  });

  it('asks for no approval of what stood still beside it', () => {
    const beside = { ...change, from: 'v1, envoy', to: 'v2, envoy' };
    expect(basisOf(beside, [request()]).basis).toBe('approved');
  });

  it('joins what several requests approved of one change, as the worst of them', () => {
    const both = { ...change, from: 'v1, w1', to: 'v2, w2' };
    const other = request({
      id: 'r2',
      subject: images('w2'),
      voters: ['user:default/cid'],
    });
    expect(basisOf(both, [request(), other])).toMatchObject({
      basis: 'approved',
      actors: ['user:default/ann', 'user:default/bob', 'user:default/cid'],
    });
    expect(
      basisOf(both, [request(), { ...other, emergency: true }]),
    ).toMatchObject({ basis: 'emergency', request: { id: 'r2' } });
  });

  it('takes the newest of those that could be it', () => {
    const newer = request({
      id: 'r2',
      createdAt: 99 * HOUR,
      voters: ['user:default/cid'],
    });
    expect(basisOf(change, [request(), newer])).toMatchObject({
      request: { id: 'r2' },
      actors: ['user:default/cid'],
    });
  });

  it('says who decided it elsewhere, by the user where it is known', () => {
    const closedBy = {
      nativeId: 'x',
      entityRef: 'user:default/x',
      kind: 'user' as const,
    };
    expect(
      basisOf(change, [request({ state: 'external', closedBy })]).actors,
    ).toEqual(['user:default/x']);
  });
});

describe('toCsv', () => {
  const csvOf = (more: Partial<ContentChange>) =>
    toCsv(
      [toReportedChange({ ...change, ...more }, basisOf(change, [request()]))],
      {
        header: false,
      },
    );

  it('writes what a spreadsheet and a program both read', () => {
    expect(csvOf({})).toBe(
      '"1970-01-05T04:00:00.000Z","production","Deployment shop/shop","karmada","member1","v1","v2","approved","user:default/ann user:default/bob","cooperative","r1","component:default/shop","Approved by user:default/ann, user:default/bob",""\r\n',
    );
    expect(toCsv([], { header: true })).toMatch(/^"at","environment",/);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '|cmd',
    '%0A=1',
    '＝1+1',
    '＠SUM(A1)',
  ])('lets no cell be a formula: %p', to => {
    expect(csvOf({ to })).toContain(`"'${to}"`);
  });

  it('keeps a quote and a line end inside of their cell', () => {
    expect(csvOf({ to: 'a","=1\r\nb' })).toContain('"a"",""=1\r\nb"');
  });
});
