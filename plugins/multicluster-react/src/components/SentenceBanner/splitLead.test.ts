import { splitLead } from './splitLead';

describe('splitLead', () => {
  it.each([
    [
      'Held: member2 runs 2 of 4. member1 was lost.',
      'Held: member2 runs 2 of 4.',
      'member1 was lost.',
    ],
    [
      'withdrawn: 2 of 3 clusters have a taint',
      'Withdrawn:',
      '2 of 3 clusters have a taint',
    ],
    [
      'Image v1.8.2 cannot be pulled. Check it.',
      'Image v1.8.2 cannot be pulled.',
      'Check it.',
    ],
    ['All is lost', 'All is lost', ''],
    ['全部丢失。请检查。', '全部丢失。', '请检查。'],
    ['撤回：没有合适的集群', '撤回：', '没有合适的集群'],
    ['', '', ''],
  ])('splits %j', (text, lead, rest) => {
    expect(splitLead(text)).toEqual([lead, rest]);
  });

  it('leaves a name that it begins with as it is', () => {
    expect(splitLead('invoices: failed at ANALYSIS', ['invoices'])).toEqual([
      'invoices:',
      'failed at ANALYSIS',
    ]);
  });
});
