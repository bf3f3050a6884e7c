import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { testDatabases } from '../../../inventory/__testUtils__/testDatabases';
import { applyMigrations } from '../../../inventory/sql/applyMigrations';
import { approvalWorld } from '../../__testUtils__/approvalWorld';
import { LaneFacts } from '../LaneFacts';
import { LaneNoticer } from './LaneNoticer';
import { NoticeBook } from './NoticeBook';

jest.setTimeout(60_000);

const databases = testDatabases();
const facts = {
  entities: [{ entityRef: 'component:default/shop', confirmed: true }],
} as unknown as LaneFacts;
const notice = { key: 'lane|lost|m1', title: 'm1 is lost', description: '' };

describe.each(databases.eachSupportedId())(
  'what owners of a lane are told on %s',
  id => {
    let knex: Knex;
    let sent: string[];
    let send: () => Promise<void>;
    let noticer: LaneNoticer;
    let book: NoticeBook;

    beforeEach(async () => {
      knex = await databases.init(id);
      await applyMigrations({}, knex);
      const { store, directory } = approvalWorld(knex);
      [sent, send] = [[], async () => {}];
      book = NoticeBook.create({ knex, store });
      noticer = LaneNoticer.create({
        book,
        directory,
        notifications: {
          send: async ({ payload }) => {
            sent.push(payload.title);
            await send();
          },
        },
        logger: mockServices.logger.mock(),
        sendMs: 200,
      });
    });

    it('is told once, and anew when it was over', async () => {
      await noticer.tell(facts, notice);
      await noticer.tell(facts, notice);
      await noticer.idle();
      expect(sent).toEqual(['m1 is lost']);
      await book.forget([notice.key]);
      await noticer.tell(facts, notice);
      await noticer.idle();
      expect(sent).toHaveLength(2);
    });

    it('keeps nobody waiting where what notifies hangs, and is begun again by no look meanwhile', async () => {
      send = () => new Promise(() => {});
      for (const key of ['a', 'b', 'c']) {
        await noticer.tell(facts, { ...notice, key });
      }
      const others = { ...notice, key: 'd', title: 'm2 is lost' };
      send = async () => {};
      await noticer.tell(facts, others);
      await noticer.idle();
      for (let look = 0; look < 3; look += 1) {
        await noticer.tell(facts, { ...notice, key: 'a' });
        await noticer.tell(facts, others);
        await noticer.idle();
      }
      expect(sent).toEqual([...Array(3).fill('m1 is lost'), 'm2 is lost']);
    });

    it('is told again where what notifies hung and then failed, and not where it succeeded late', async () => {
      const ends: Array<{ fail(): void; succeed(): void }> = [];
      send = () =>
        new Promise((resolve, reject) => {
          ends.push({ fail: () => reject(new Error('No')), succeed: resolve });
        });
      const later = { ...notice, title: 'm2 is lost' };
      await noticer.tell(facts, { ...notice, key: 'a' });
      await noticer.tell(facts, { ...later, key: 'b' });
      await noticer.idle();
      expect(sent).toEqual(['m1 is lost', 'm2 is lost']);
      ends[0].fail();
      ends[1].succeed();
      send = async () => {};
      while (sent.length < 3) {
        await noticer.tell(facts, { ...notice, key: 'a' });
        await noticer.tell(facts, { ...later, key: 'b' });
        await noticer.idle();
      }
      await noticer.tell(facts, { ...later, key: 'b' });
      await noticer.idle();
      expect(sent.slice(2)).toEqual(['m1 is lost']);
    });

    it('says since when something is so, whether or not it could be told', async () => {
      const first = await book.note('since');
      expect(first.isFirst).toBe(true);
      send = async () => {
        throw new Error('There is nothing that notifies');
      };
      await noticer.tell(facts, notice);
      await noticer.idle();
      expect(await book.note('since')).toEqual({
        at: first.at,
        isFirst: false,
      });
    });
  },
);
